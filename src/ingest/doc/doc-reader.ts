/**
 * The bytes of a Word 97–2003 file → the neutral document, by our own reading of [MS-DOC]: tables with
 * their true columns, revisions as accepted. Footnotes, headers, comments and text boxes stay out.
 */
import type { Diagnostic } from '../../document/diagnostic.ts';
import type { Block, Document } from '../../document/document.ts';
import type { Reader } from '../reader.ts';
import { openCompoundFile } from './compound-file.ts';
import { decodePieces } from './decode-pieces.ts';
import { DocFault, faultToDocument } from './doc-fault.ts';
import { type Fib, readFib } from './fib.ts';
import { readCharacterRuns, readParagraphRuns, runAt } from './formatted-pages.ts';
import { findHiddenText } from './hidden-text.ts';
import { countLists, type ListCounter } from './list-counter.ts';
import { readLists } from './list-definitions.ts';
import { readParagraphProperties } from './paragraph-properties.ts';
import { pieceAt, readPieces } from './piece-table.ts';
import { type Body, readBody } from './read-body.ts';
import { readStyleSheet } from './style-sheet.ts';
import type { GridProblem } from './table-grid.ts';

export const docReader: Reader = {
  name: 'ms-doc',
  format: 'doc',
  read: async (bytes) => {
    try {
      return readDoc(bytes);
    } catch (error) {
      return faultToDocument(error);
    }
  },
};

function readDoc(bytes: Uint8Array): Document {
  const file = openCompoundFile(bytes);
  const word = file.stream('WordDocument');
  if (word === undefined) throw new DocFault('doc.damaged', 'the file has no Word document in it');
  const fib = readFib(word);
  const table = file.stream(fib.tableStream);
  if (table === undefined) throw new DocFault('doc.damaged', `the file has no stream ${fib.tableStream}`);
  const data = file.stream('Data') ?? Buffer.alloc(0);

  const pieces = readPieces(table, fib.pieces, fib.mainCharacters);
  const { text, gbkPieces } = decodePieces(word, pieces, fib.languages);
  const hidden = findHiddenText(pieces, readCharacterRuns(word, table, fib.characterPages));
  const paragraphs = readParagraphRuns(word, table, fib.paragraphPages);
  const styleOf = readStyleSheet(table, fib.styles, data);
  const lists = countLists(readLists(table, fib.lists, fib.listOverrides));
  const body = readBody({
    text,
    states: hidden.states,
    propertiesAt(position) {
      const { from, offset, bytesPerCharacter, changes } = pieceAt(pieces, position);
      const run = runAt(paragraphs, offset + (position - from) * bytesPerCharacter);
      const modifiers = run === undefined ? [changes] : [run.grpprl, changes];
      return readParagraphProperties(styleOf(run?.style ?? 0), modifiers, data);
    },
    numberOf: ({ list, level }) => lists.next(list, level),
  });
  if (body.blocks.length === 0) throw new DocFault('doc.empty', 'the document has no text');
  return {
    blocks: body.blocks,
    metadata: [],
    diagnostics: [
      ...gridDiagnostics(body),
      ...fileDiagnostics(fib, gbkPieces, hidden.hasRevisions, lists, body),
    ],
  };
}

/** By problem of the grid: how grave, and what it says. */
const GRID_PROBLEMS: Readonly<Record<GridProblem['code'], readonly [Diagnostic['severity'], string]>> = {
  'doc.merged-text': ['warning', 'text in a cell that a merge hides'],
  'doc.orphan-merge': ['warning', 'a cell goes on with a merge that is not open above it'],
  'doc.uneven-rows': ['info', 'rows end at different columns'],
  'doc.no-columns': ['warning', 'the columns of a row are not known, so those of its table are not'],
};

function gridDiagnostics({ blocks, gridProblems }: Body): Diagnostic[] {
  return blocks.flatMap((block: Block, index) =>
    (gridProblems.get(block) ?? []).map(({ code, row, col, detail }) => {
      const [severity, message] = GRID_PROBLEMS[code];
      return { code, severity, message: `${message}: ${detail}`, place: { block: index, row, col } };
    }),
  );
}

function fileDiagnostics(
  { leftOut }: Fib,
  gbkPieces: number,
  hasRevisions: boolean,
  { unknownFormats }: ListCounter,
  { pictures }: Body,
): Diagnostic[] {
  const { textBoxes, footnotes, endnotes } = leftOut;
  const met: readonly (readonly [boolean, string, Diagnostic['severity'], string])[] = [
    [
      gbkPieces > 0,
      'doc.code-page',
      'info',
      `${gbkPieces} pieces of text in GBK, which the format does not provide for`,
    ],
    [hasRevisions, 'doc.revisions', 'info', 'tracked changes, read as if accepted'],
    [textBoxes > 0, 'doc.text-boxes', 'warning', `${textBoxes} characters in text boxes, which are not read`],
    [
      footnotes + endnotes > 0,
      'doc.notes',
      'info',
      `${footnotes + endnotes} characters in notes, which are not read`,
    ],
    [
      unknownFormats.size > 0,
      'doc.number-format',
      'warning',
      `automatic numbers in unknown formats (${[...unknownFormats].sort((a, b) => a - b).join(', ')}), written in decimal digits`,
    ],
    [pictures > 0, 'doc.picture', 'info', `${pictures} pictures or drawings, which are not read`],
  ];
  return met.flatMap(([isMet, code, severity, message]) => (isMet ? [{ code, severity, message }] : []));
}
