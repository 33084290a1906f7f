/**
 * The bytes of an RTF file → the neutral document: shown text as paragraphs, tables with their true
 * columns from the cells' edges. Headers, footers, notes, pictures and embedded objects stay out;
 * styles are not asked, since writers repeat their properties in each paragraph.
 */
import type { Diagnostic, Severity } from '../../document/diagnostic.ts';
import { type Block, type Document, unreadable } from '../../document/document.ts';
import { countDamaged } from '../decode-text.ts';
import type { Reader } from '../reader.ts';
import { act } from './control-words.ts';
import { DESTINATIONS, destinationWithin, MET_DESTINATIONS, PLAIN_GROUPS } from './destinations.ts';
import type { GridProblem } from './edge-rows-to-table.ts';
import {
  addByte,
  DEFAULT_PARAGRAPH,
  flushBytes,
  meet,
  newRtfState,
  type RtfState,
  tableLevel,
} from './reading-state.ts';
import { RtfFault } from './rtf-fault.ts';
import { readTokens } from './rtf-tokens.ts';
import { endStory, newStory } from './story.ts';

/** Groups open at once: Word writes a few dozen. */
const MAX_DEPTH = 4096;
/** Bytes in which the header is looked for: white space may stand before it. */
const HEADER_WITHIN = 1024;

export const rtfReader: Reader = { name: 'rtf', format: 'rtf', read: async (bytes) => readRtf(bytes) };

function readRtf(bytes: Uint8Array): Document {
  const head = Buffer.from(bytes.subarray(0, HEADER_WITHIN)).toString('latin1');
  const start = /^(?:\xef\xbb\xbf)?\s*(?=\{\\rtf)/.exec(head)?.[0].length;
  if (start === undefined) return unreadable('rtf.damaged', 'the file does not begin as RTF does');
  try {
    return readBody(bytes, start);
  } catch (error) {
    if (error instanceof RtfFault) return unreadable(error.code, error.message);
    throw error;
  }
}

function readBody(bytes: Uint8Array, start: number): Document {
  const state = newRtfState();
  const end = readTokens(bytes, start, {
    open: () => openGroup(state),
    close: () => closeGroup(state),
    word(name, value) {
      if (state.isFresh) {
        state.isFresh = false;
        enterDestination(state, name);
      }
      act(state, name, value);
    },
    symbol(character) {
      if (character === '*' && state.isFresh) {
        state.isStarred = true;
        return;
      }
      state.isFresh = false;
      if ('\\{}'.includes(character)) addByte(state, character.charCodeAt(0));
      else act(state, character, undefined);
    },
    byte(value) {
      state.isFresh = false;
      addByte(state, value);
    },
    text(from, to) {
      state.isFresh = false;
      if (state.group.destination === 'skip') return;
      for (let at = from; at < to; at += 1) addByte(state, bytes[at] as number);
    },
  });
  const cut = closeAll(state);
  const { blocks, gridProblems } = state.group.story;
  const rest = Buffer.from(bytes.subarray(end))
    .toString('latin1')
    .replace(/[\s\0\x1a]+/g, '').length;
  const diagnostics = [
    ...(cut > 0 ? [damaged(`the file is cut off or damaged: ${cut} groups are not closed`)] : []),
    ...(rest > 0 ? [damaged(`${rest} bytes behind the end of the document are not read`)] : []),
    ...gridDiagnostics(blocks, gridProblems),
    ...otherDiagnostics(state, blocks),
  ];
  if (blocks.length === 0) {
    const why = unreadable('rtf.empty', 'the document has no text').diagnostics;
    return { blocks, metadata: [], diagnostics: [...why, ...diagnostics] };
  }
  const title = state.title.trim();
  return { blocks, metadata: title === '' ? [] : [{ name: 'rtf:title', value: title }], diagnostics };
}

function openGroup(state: RtfState): void {
  if (state.groups.length >= MAX_DEPTH) {
    throw new RtfFault('rtf.damaged', `more than ${MAX_DEPTH} groups are open at once`);
  }
  state.groups.push(state.group);
  state.group = { ...state.group };
  state.isFresh = true;
  state.isStarred = false;
  state.toSkip = 0;
}

/** False where the document itself is closed. */
function closeGroup(state: RtfState): boolean {
  state.isFresh = false;
  state.toSkip = 0;
  // The document's own group keeps what it says about its last paragraph.
  if (state.groups.length <= 1) {
    state.groups.length = 0;
    return false;
  }
  const outer = state.groups.pop();
  if (outer === undefined) return false;
  const { story } = state.group;
  if (story !== outer.story) {
    flushBytes(state);
    endStory(story, tableLevel(state));
    outer.story.boxes = [...outer.story.boxes, ...story.blocks];
  }
  state.group = outer;
  return true;
}

/** The first control word of a group says what the group is. */
function enterDestination(state: RtfState, name: string): void {
  const { group, groups } = state;
  const isStarred = state.isStarred;
  state.isStarred = false;
  if (group.destination === 'skip' || PLAIN_GROUPS.has(name)) return;
  const named = DESTINATIONS.get(name) ?? (isStarred ? 'skip' : undefined);
  if (named === undefined || (named === 'list' && group.destination === 'list')) return;
  const met = MET_DESTINATIONS.get(name);
  if (met !== undefined) meet(state, met);
  const destination = destinationWithin(group.destination, named);
  // Of the text that stands twice, the Unicode form goes where the whole stands.
  group.destination =
    destination === 'unicode'
      ? (groups.findLast((outer) => outer.destination !== 'either')?.destination ?? 'text')
      : destination;
  if (destination !== 'box') return;
  flushBytes(state);
  group.story = newStory(group.story);
  Object.assign(group, DEFAULT_PARAGRAPH);
}

/** Ends what the file leaves open; the number of groups. A text that the file's end cuts is marked as not wholly read. */
function closeAll(state: RtfState): number {
  const open = state.groups.length;
  flushBytes(state);
  if (open > 0 && state.group.story.text !== '') state.group.story.text += '\ufffd';
  while (state.groups.length > 1) closeGroup(state);
  endStory(state.group.story, tableLevel(state));
  return open;
}

function damaged(message: string): Diagnostic {
  return { code: 'rtf.damaged', severity: 'warning', message };
}

const GRID_MESSAGES = {
  'rtf.merged-text': ['warning', 'text in a cell that a merge hides'],
  'rtf.orphan-merge': [
    'warning',
    'a cell continues a merge that is not open above it; read as a cell of its own',
  ],
  'rtf.uneven-row': ['warning', 'a row has another number of cells than it defines'],
} as const satisfies Record<string, readonly [Severity, string]>;

function gridDiagnostics(
  blocks: readonly Block[],
  problems: ReadonlyMap<Block, readonly GridProblem[]>,
): Diagnostic[] {
  if (problems.size === 0) return [];
  return blocks.flatMap((table, block) =>
    (problems.get(table) ?? []).map(({ code, row, col, detail }): Diagnostic => {
      const [severity, message] = GRID_MESSAGES[code];
      return { code, severity, message: `${message}: ${detail}`, place: { block, row, col } };
    }),
  );
}

/** What was met → code, severity, message. */
const MET: ReadonlyMap<string, readonly [string, Severity, string]> = new Map([
  ['revision', ['rtf.revisions', 'info', 'tracked changes, read as if accepted']],
  ['symbol', ['rtf.symbol', 'warning', 'characters of symbol fonts, read as U+FFFD']],
  ['code-page', ['rtf.code-page', 'warning', 'code pages that are not known, read as the document’s']],
  ['fallback', ['rtf.fallback', 'warning', 'letters or digits left out as stand-ins of other characters']],
  ['picture', ['rtf.picture', 'info', 'pictures, whose content is not read']],
  ['object', ['rtf.embedded', 'warning', 'embedded objects, whose content is not read']],
]);

function otherDiagnostics({ met }: RtfState, blocks: readonly Block[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [what, [code, severity, message]] of MET) {
    const count = met.get(what);
    if (count !== undefined) diagnostics.push({ code, severity, message: `${message} (${count})` });
  }
  const undecoded = blocks.reduce((sum, block) => sum + damagedIn(block), 0) - (met.get('symbol') ?? 0);
  if (undecoded > 0) {
    const message = `${undecoded} characters could not be read`;
    diagnostics.push({ code: 'rtf.damaged-text', severity: 'warning', message });
  }
  return diagnostics;
}

function damagedIn(block: Block): number {
  if (block.kind === 'paragraph') return countDamaged(block.text);
  return block.cells.reduce((sum, { text }) => sum + countDamaged(text), 0);
}
