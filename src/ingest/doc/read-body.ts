/**
 * The characters of the main text, with the formatting of paragraphs and what is not shown → blocks
 * in reading order. Knows the special characters ([MS-DOC] 2.4.1, 2.4.3, 2.8.25), not where they are stored.
 */
import type { Block } from '../../document/document.ts';
import {
  addLine,
  type BodyState,
  closeCell,
  closeRow,
  goToDepth,
  newBodyState,
  noteDeletedText,
} from './body-state.ts';
import { DELETED, HIDDEN } from './hidden-text.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';
import type { GridProblem } from './table-grid.ts';

export interface MainText {
  readonly text: string;
  /** A state of `hidden-text.ts` for each character; undefined where all are shown. */
  readonly states: Uint8Array | undefined;
  /** Of the paragraph that the character at this position ends. */
  propertiesAt(position: number): ParagraphProperties;
  /** What automatic numbering puts before the paragraph; counts it. */
  numberOf(properties: ParagraphProperties): string;
}

export interface Body {
  readonly blocks: readonly Block[];
  readonly gridProblems: ReadonlyMap<Block, readonly GridProblem[]>;
  /** Pictures and drawings, which are not read. */
  readonly pictures: number;
}

const CELL_END = '\x07';
const FIELD_BEGIN = '\x13';
const FIELD_SEPARATOR = '\x14';
const FIELD_END = '\x15';

/** Special characters that stand for text. */
const SHOWN_AS: ReadonlyMap<string, string> = new Map([
  ['\t', '\t'],
  ['\n', '\n'],
  ['\x0b', '\n'],
  ['\x1e', '-'],
]);

/** Marks of anchors and notes, fillers, column breaks, optional hyphens: ignored as what they are. All other controls too. */
const PICTURES = new Set(['\x01', '\x08']);
const CONTROL = /[\x00-\x1f]/;

export function readBody(main: MainText): Body {
  const state = newBodyState();
  const reading = { fields: [] as boolean[], carried: '', pictures: 0 };
  const { text } = main;
  let from = 0;
  const ends = /[\r\x07\x0c]/g;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    takeParagraph(main, state, reading, from, match.index);
    from = match.index + 1;
  }
  // The text ends with a paragraph mark; where it does not, what is left stands for itself.
  const rest = shownText(main, reading, from, text.length) + reading.carried;
  goToDepth(state, 0);
  if (rest.trim() !== '') state.blocks.push({ kind: 'paragraph', text: rest });
  return { blocks: state.blocks, gridProblems: state.gridProblems, pictures: reading.pictures };
}

interface Reading {
  /** Open fields, innermost last; true while in the instruction, which is not shown. */
  readonly fields: boolean[];
  /** Text of paragraphs whose mark is deleted, for the next one. */
  carried: string;
  pictures: number;
}

function takeParagraph(main: MainText, state: BodyState, reading: Reading, from: number, end: number): void {
  const properties = main.propertiesAt(end);
  const mark = main.text[end];
  const markState = main.states?.[end];
  const text = shownText(main, reading, from, end);
  goToDepth(state, properties.depth);
  if (properties.isInnerRowEnd || (mark === CELL_END && properties.isRowEnd)) {
    closeRow(state, properties.row);
    return;
  }
  if (main.states?.subarray(from, end).includes(DELETED)) noteDeletedText(state);
  const isCellEnd = properties.depth > 0 && (mark === CELL_END || properties.isInnerCellEnd);
  if (!isCellEnd && (markState === DELETED || (markState === HIDDEN && text === ''))) {
    reading.carried += text;
    return;
  }
  const whole = reading.carried + text;
  reading.carried = '';
  const numbered = whole.trim() === '' && isCellEnd ? whole : main.numberOf(properties) + whole;
  if (properties.depth > 0) {
    addLine(state, numbered);
    if (isCellEnd) closeCell(state);
    return;
  }
  if (numbered.trim() === '') return;
  state.blocks.push({
    kind: 'paragraph',
    text: numbered,
    ...(properties.heading > 0 ? { heading: properties.heading } : undefined),
    ...(properties.centered ? { centered: true } : undefined),
  });
}

/** Characters as shown: without hidden ones, instructions of fields and special characters. */
function shownText({ text, states }: MainText, reading: Reading, from: number, to: number): string {
  const raw = text.slice(from, to);
  if (states === undefined && reading.fields.length === 0 && !CONTROL.test(raw)) return raw;
  let shown = '';
  for (let i = from; i < to; i += 1) {
    const character = text[i]!;
    if (character >= ' ') {
      if (!states?.[i] && !reading.fields.includes(true)) shown += character;
    } else if (character === FIELD_BEGIN) {
      reading.fields.push(true);
    } else if (character === FIELD_SEPARATOR) {
      if (reading.fields.length > 0) reading.fields[reading.fields.length - 1] = false;
    } else if (character === FIELD_END) {
      reading.fields.pop();
    } else if (!states?.[i] && !reading.fields.includes(true)) {
      shown += SHOWN_AS.get(character) ?? '';
      if (PICTURES.has(character)) reading.pictures += 1;
    }
  }
  // An instruction that never ends must not swallow the rest of the document.
  reading.fields.fill(false);
  return shown;
}
