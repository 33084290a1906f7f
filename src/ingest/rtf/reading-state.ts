/**
 * What the RTF reader holds while the tokens go by: the properties of the open groups, the fonts, the
 * story under construction and bytes not yet decoded. The functions here take characters in;
 * `control-words.ts` says what a control word does.
 */
import { charsetEncoding, codePageEncoding, decodeRun, SYMBOL_CHARSET } from './code-pages.ts';
import { type Destination, isShownIn } from './destinations.ts';
import type { CellEdge } from './edge-rows-to-table.ts';
import { endParagraph, newStory, type Story } from './story.ts';

/** What a group inherits from the one around it and loses at its end. */
export interface GroupState {
  destination: Destination;
  story: Story;
  /** Bytes that stand for a `\u` character in older readers. */
  fallback: number;
  font: number;
  /** The font of double-byte characters, and whether such are announced. */
  asianFont: number | undefined;
  isDouble: boolean;
  hidden: boolean;
  deleted: boolean;
  inTable: boolean;
  tableLevel: number | undefined;
  heading: number | undefined;
  centered: boolean;
}

export interface Font {
  encoding: string | undefined;
  isSymbol: boolean;
}

export interface RtfState {
  /** The innermost last; empty before the document opens. */
  readonly groups: GroupState[];
  group: GroupState;
  readonly fonts: Map<number, Font>;
  /** The font that the font table is defining. */
  font: Font | undefined;
  defaultFont: number;
  documentEncoding: string;
  /** `\*` stood before: the next control word names a destination that may be left out. */
  isStarred: boolean;
  /** The group was opened and nothing read in it. */
  isFresh: boolean;
  /** Bytes still to be left out behind a `\u`, and its character. */
  toSkip: number;
  unicode: string;
  /** Bytes of one encoding that are not decoded yet. */
  readonly pending: number[];
  pendingEncoding: string | undefined;
  pendingTarget: 'story' | 'title';
  title: string;
  /** Merges of the cell whose `\cellx` is to come. */
  merges: Omit<CellEdge, 'right'>;
  /** What was met, by kind, with how often. */
  readonly met: Map<string, number>;
}

export const DEFAULT_PARAGRAPH = {
  inTable: false,
  tableLevel: undefined,
  heading: undefined,
  centered: false,
} as const;

export const NO_MERGES = { horizontal: undefined, vertical: undefined } as const;

export function newRtfState(): RtfState {
  const group: GroupState = {
    destination: 'text',
    story: newStory(),
    fallback: 1,
    font: 0,
    asianFont: undefined,
    isDouble: false,
    hidden: false,
    deleted: false,
    ...DEFAULT_PARAGRAPH,
  };
  return {
    groups: [],
    group,
    fonts: new Map(),
    font: undefined,
    defaultFont: 0,
    documentEncoding: 'windows-1252',
    isStarred: false,
    isFresh: false,
    toSkip: 0,
    unicode: '',
    pending: [],
    pendingEncoding: undefined,
    pendingTarget: 'story',
    title: '',
    merges: NO_MERGES,
    met: new Map(),
  };
}

export function meet(state: RtfState, what: string): void {
  state.met.set(what, (state.met.get(what) ?? 0) + 1);
}

/** A byte of text, or of a `\u` character's stand-in. */
export function addByte(state: RtfState, byte: number): void {
  if (state.toSkip > 0) {
    state.toSkip -= 1;
    checkFallback(state, byte);
    return;
  }
  const target = targetOf(state);
  if (target === undefined) return;
  const font = fontOf(state);
  if (font?.isSymbol === true && byte >= 0x80) {
    addTo(state, target, '\ufffd');
    meet(state, 'symbol');
    return;
  }
  if (
    state.pending.length > 0 &&
    (font?.encoding !== state.pendingEncoding || target !== state.pendingTarget)
  ) {
    flushBytes(state);
  }
  state.pendingEncoding = font?.encoding;
  state.pendingTarget = target;
  state.pending.push(byte);
}

/** Characters that need no decoding. */
export function addText(state: RtfState, text: string): void {
  const target = targetOf(state);
  if (target !== undefined) addTo(state, target, text);
}

/** A `\u` character, a UTF-16 code unit; its stand-in follows. */
export function addUnicode(state: RtfState, value: number): void {
  const unit = value & 0xffff;
  const isPrivate = unit >= 0xf000 && unit <= 0xf0ff;
  if (isPrivate && targetOf(state) !== undefined) meet(state, 'symbol');
  // Symbol fonts keep their glyphs at private code points, which mean nothing without the font.
  const text = isPrivate ? '\ufffd' : String.fromCharCode(unit);
  if (unit >= 0x20) addText(state, text);
  state.toSkip = state.group.fallback;
  state.unicode = text;
}

/** Decodes what is pending; before anything that ends a paragraph. */
export function flushBytes(state: RtfState): void {
  if (state.pending.length === 0) return;
  const text = decodeRun(Uint8Array.from(state.pending), state.pendingEncoding, state.documentEncoding);
  state.pending.length = 0;
  const target = state.pendingTarget;
  if (target === 'title') state.title += text;
  else state.group.story.text += text;
}

/** The nesting level of the paragraph's table; 0 outside of tables. */
export function tableLevel({ group }: RtfState): number {
  const level = Math.max(group.tableLevel ?? 0, 0);
  return group.inTable ? Math.max(level, 1) : level;
}

export function closeParagraph(state: RtfState): void {
  flushBytes(state);
  const { heading, centered } = state.group;
  endParagraph(state.group.story, tableLevel(state), {
    ...(heading === undefined ? undefined : { heading }),
    ...(centered ? { centered } : undefined),
  });
}

export function newFont(): Font {
  return { encoding: undefined, isSymbol: false };
}

export function setCharset(font: Font, charset: number): void {
  font.isSymbol = charset === SYMBOL_CHARSET;
  font.encoding = charsetEncoding(charset) ?? font.encoding;
}

/** A document's or a font's code page; one that is not known is met only where bytes need it. */
export function encodingOf(state: RtfState, page: number): string | undefined {
  const encoding = codePageEncoding(page);
  if (encoding === undefined) meet(state, 'code-page');
  return encoding;
}

function fontOf({ group, fonts }: RtfState): Font | undefined {
  const asian = group.isDouble && group.asianFont !== undefined ? fonts.get(group.asianFont) : undefined;
  return asian?.encoding === undefined ? fonts.get(group.font) : asian;
}

function targetOf({ group }: RtfState): 'story' | 'title' | undefined {
  if (group.destination === 'title') return 'title';
  return isShownIn(group.destination) && !group.hidden && !group.deleted ? 'story' : undefined;
}

function addTo(state: RtfState, target: 'story' | 'title', text: string): void {
  flushBytes(state);
  if (target === 'title') state.title += text;
  else state.group.story.text += text;
}

/** A letter or digit that is left out although it is not like the character that it stands for: a writer that forgot the stand-in. */
function checkFallback(state: RtfState, byte: number): void {
  const isWordCharacter = (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && (byte | 0x20) <= 0x7a);
  if (!isWordCharacter || state.group.fallback !== 1 || targetOf(state) === undefined) return;
  const character = String.fromCharCode(byte);
  if (!state.unicode.normalize('NFKD').includes(character)) meet(state, 'fallback');
}
