/**
 * A document part (`word/document.xml`), styles and numbering → its blocks in reading order and what
 * was met. One pass over the XML, no tree. Headers, footers, notes and comments are other parts and
 * are not read.
 */
import type { Diagnostic, Severity } from '../../document/diagnostic.ts';
import type { Block } from '../../document/document.ts';
import { CONTENT } from './body-elements.ts';
import { type BodyState, flushCarried, newBodyState } from './body-state.ts';
import type { ElementReader, Vocabulary } from './element-reader.ts';
import type { NumberingCounter } from './numbering-counter.ts';
import { DRAWING_PREFIXES } from './plain-elements.ts';
import type { Styles } from './styles.ts';
import { isKnownNamespace, readXml } from './xml-events.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readBody(part: string, bytes: Uint8Array, styles: Styles, numbering: NumberingCounter): Body {
  const state = newBodyState(styles, numbering);
  let vocabulary: Vocabulary = CONTENT;
  /** The readers of the open elements, and the vocabularies left for that of a property element. */
  const readers: (ElementReader | undefined)[] = [];
  const outer: Vocabulary[] = [];
  /** Elements open within one that is left out, itself included. */
  let skipped = 0;
  readXml(part, bytes, {
    open(name, attributes) {
      if (skipped > 0) {
        skipped += 1;
        return;
      }
      const reader = vocabulary.elements.get(name);
      if (
        reader === undefined ? isUnknownSkipped(name, vocabulary, state) : reader.open?.(state, attributes)
      ) {
        skipped = 1;
        return;
      }
      readers.push(reader);
      if (reader?.inside !== undefined) {
        outer.push(vocabulary);
        vocabulary = reader.inside;
      }
    },
    close() {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      const reader = readers.pop();
      if (reader?.inside !== undefined) vocabulary = outer.pop() ?? CONTENT;
      reader?.close?.(state);
    },
    text(text) {
      if (!state.isTextShown || state.story.paragraph === undefined) return;
      // A line end in the file is white space; only `w:br` breaks a line.
      state.story.paragraph.text += text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text;
    },
  });
  flushCarried(state);
  const { blocks } = state.story;
  return { blocks, diagnostics: [...gridDiagnostics(blocks, state), ...otherDiagnostics(state)] };
}

/** An element of a namespace that nobody here knows is an extension and is left out whole (part 3, 9.1). */
function isUnknownSkipped(name: string, { unknown }: Vocabulary, state: BodyState): boolean {
  if (unknown === 'skip') return true;
  if (DRAWING_PREFIXES.has(name.slice(0, name.indexOf(':')))) return false;
  state.unknown.add(name);
  return !isKnownNamespace(name);
}

const GRID_MESSAGES = {
  'docx.merged-text': ['warning', 'text in a cell that a merge hides'],
  'docx.orphan-merge': [
    'warning',
    'a cell continues a merge that is not open above it; read as a cell of its own',
  ],
  'docx.uneven-rows': ['info', 'rows end at different columns'],
  'docx.grid-columns': ['info', 'the table declares another number of columns than its rows have'],
} as const satisfies Record<string, readonly [Severity, string]>;

function gridDiagnostics(blocks: readonly Block[], { gridProblems }: BodyState): Diagnostic[] {
  if (gridProblems.size === 0) return [];
  return blocks.flatMap((table, block) =>
    (gridProblems.get(table) ?? []).map((problem): Diagnostic => {
      const [severity, message] = GRID_MESSAGES[problem.code];
      const place = 'row' in problem ? { block, row: problem.row, col: problem.col } : { block };
      return { code: problem.code, severity, message: `${message}: ${problem.detail}`, place };
    }),
  );
}

/** What was met → code, severity, message. */
const MET: ReadonlyMap<string, readonly [string, Severity, string]> = new Map([
  ['revision', ['docx.revisions', 'info', 'tracked changes, read as if accepted']],
  ['symbol', ['docx.symbol', 'warning', 'symbols without a known character, read as U+FFFD']],
  ['bad-span', ['docx.bad-span', 'warning', 'column spans that are no usable number, read as the least']],
  ['picture', ['docx.picture', 'info', 'pictures, whose content is not read']],
  ['chart', ['docx.picture', 'info', 'charts, whose content is not read']],
  ['diagram', ['docx.picture', 'info', 'diagrams, whose content is not read']],
  ['object', ['docx.embedded', 'warning', 'embedded objects, whose content is not read']],
  ['chunk', ['docx.embedded', 'warning', 'parts in other formats, whose content is not read']],
]);

function otherDiagnostics({ met, unknown, numbering }: BodyState): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [what, [code, severity, message]] of MET) {
    const count = met.get(what);
    if (count !== undefined) diagnostics.push({ code, severity, message: `${message} (${count})` });
  }
  for (const format of numbering.unknownFormats) {
    diagnostics.push({
      code: 'docx.number-format',
      severity: 'warning',
      message: `automatic numbers in the unknown format ${format}, written in decimal digits`,
    });
  }
  for (const name of unknown) {
    diagnostics.push({ code: 'docx.unknown-element', severity: 'info', message: `unknown element ${name}` });
  }
  return diagnostics;
}
