/**
 * What each control word and symbol does to the state (RTF specification 1.9.1): one table. All others
 * (some 1,700: borders, fonts' looks, page layout) say nothing about text or the shape of tables, and
 * readers are to pass over words that they do not know.
 */

import type { Destination } from './destinations.ts';
import type { Merge } from './edge-rows-to-table.ts';
import {
  addText,
  addUnicode,
  closeParagraph,
  DEFAULT_PARAGRAPH,
  encodingOf,
  flushBytes,
  type GroupState,
  meet,
  NO_MERGES,
  newFont,
  type RtfState,
  setCharset,
  tableLevel,
} from './reading-state.ts';
import { definitionOf, endCell, endRow, startDefinition } from './story.ts';

type Action = (state: RtfState, value: number | undefined) => void;

/** Words and symbols that stand for a character. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['~', '\u00a0'],
  ['_', '-'],
]);

/** Named characters, which may also be the stand-in of a `\u` character. */
const characters = [...CHARACTERS].map(
  ([name, character]) =>
    [
      name,
      (state: RtfState): void => {
        if (state.toSkip > 0) state.toSkip -= 1;
        else addText(state, character);
      },
    ] as const,
);

/** An action that sets a property of the group to what the word's number says. */
function set<K extends keyof GroupState>(
  property: K,
  toValue: (value: number | undefined) => GroupState[K],
): Action {
  return ({ group }, value) => {
    group[property] = toValue(value);
  };
}

/** What acts on text: not in groups that show none. */
const content: readonly (readonly [string, Action])[] = [
  ...['par', 'sect', '\n', '\r'].map((name) => [name, endOfParagraph] as const),
  ['line', (state) => addText(state, '\n')],
  ['lbr', (state) => addText(state, '\n')],
  ['page', addBreak],
  ['column', addBreak],
  // Between a number and its paragraph no text is parted.
  ['tab', (state) => (state.group.destination === 'list' ? undefined : addText(state, '\t'))],
  ['\t', (state) => addText(state, '\t')],
  ['cell', (state) => endOfCell(state, 1)],
  ['nestcell', (state) => endOfCell(state, Math.max(tableLevel(state), 2))],
  ['row', (state) => endOfRow(state, 1)],
];

/** Definitions of rows, of which those of nested tables stand in a group of their own, with the row's end. */
const definitions: readonly (readonly [string, Action])[] = [
  [
    'trowd',
    (state) => {
      startDefinition(state.group.story, definitionLevel(state));
      state.merges = NO_MERGES;
    },
  ],
  [
    'trleft',
    (state, value) => {
      definitionOf(state.group.story, definitionLevel(state)).left = value ?? 0;
    },
  ],
  [
    'cellx',
    (state, value) => {
      const { edges } = definitionOf(state.group.story, definitionLevel(state));
      edges.push({ right: value ?? 0, ...state.merges });
      state.merges = NO_MERGES;
    },
  ],
  ['clmgf', (state) => merge(state, 'horizontal', 'start')],
  ['clmrg', (state) => merge(state, 'horizontal', 'continue')],
  ['clvmgf', (state) => merge(state, 'vertical', 'start')],
  ['clvmrg', (state) => merge(state, 'vertical', 'continue')],
  ['nestrow', (state) => endOfRow(state, Math.max(tableLevel(state), 2))],
];

/** Properties of groups, runs and paragraphs, and of the document. */
const properties: readonly (readonly [string, Action])[] = [
  [
    'pard',
    ({ group }) => {
      Object.assign(group, DEFAULT_PARAGRAPH);
    },
  ],
  [
    'plain',
    ({ group, defaultFont }) => {
      Object.assign(group, { ...PLAIN, font: defaultFont });
    },
  ],
  ['intbl', set('inTable', () => true)],
  ['itap', set('tableLevel', (value) => value ?? 1)],
  ['qc', set('centered', () => true)],
  ...['ql', 'qr', 'qj', 'qd'].map((name) => [name, set('centered', () => false)] as const),
  // Level 9 is that of the body.
  ['outlinelevel', set('heading', (value = 9) => (value >= 0 && value < 9 ? value + 1 : undefined))],
  ['v', set('hidden', (value) => value !== 0)],
  [
    'deleted',
    (state, value) => {
      state.group.deleted = value !== 0;
      if (state.group.deleted) meet(state, 'revision');
    },
  ],
  [
    'revised',
    (state, value) => {
      if (value !== 0) meet(state, 'revision');
    },
  ],
  ['f', set('font', (value = 0) => value)],
  [
    'af',
    ({ group }, value) => {
      if (group.isDouble) group.asianFont = value;
    },
  ],
  ['dbch', set('isDouble', () => true)],
  ['loch', set('isDouble', () => false)],
  ['hich', set('isDouble', () => false)],
  ['uc', set('fallback', (value = 1) => Math.max(value, 0))],
  ['u', (state, value) => addUnicode(state, value ?? 0)],
  [
    'deff',
    (state, value = 0) => {
      state.defaultFont = value;
      state.group.font = value;
    },
  ],
  [
    'ansicpg',
    (state, value) => {
      // 0 is the code page of the machine, which nobody knows.
      if (value !== undefined && value !== 0) {
        state.documentEncoding = encodingOf(state, value) ?? state.documentEncoding;
      }
    },
  ],
  [
    'mac',
    (state) => {
      state.documentEncoding = 'macintosh';
    },
  ],
];

const PLAIN = { asianFont: undefined, isDouble: false, hidden: false, deleted: false } as const;

const FONT_TABLE: ReadonlyMap<string, Action> = new Map<string, Action>([
  [
    'f',
    (state, value) => {
      state.font = newFont();
      state.fonts.set(value ?? 0, state.font);
    },
  ],
  [
    'fcharset',
    ({ font }, value) => {
      if (font !== undefined) setCharset(font, value ?? 0);
    },
  ],
  [
    'cpg',
    (state, value) => {
      if (state.font !== undefined && value) state.font.encoding = encodingOf(state, value);
    },
  ],
]);

const CONTENT: ReadonlyMap<string, Action> = new Map<string, Action>([
  ...characters,
  ...content,
  ...definitions,
  ...properties,
]);
const NESTED_ROW: ReadonlyMap<string, Action> = new Map<string, Action>([...definitions, ...properties]);
const NO_TEXT: ReadonlyMap<string, Action> = new Map<string, Action>(properties);
const NOTHING: ReadonlyMap<string, Action> = new Map<string, Action>();

const VOCABULARIES: Readonly<Record<Destination, ReadonlyMap<string, Action>>> = {
  text: CONTENT,
  list: CONTENT,
  box: CONTENT,
  title: new Map<string, Action>([...characters, ...NO_TEXT]),
  rows: NESTED_ROW,
  shape: NO_TEXT,
  either: NO_TEXT,
  unicode: NO_TEXT,
  fonts: FONT_TABLE,
  info: NOTHING,
  skip: NOTHING,
};

/** Does what the control word (without its backslash) or symbol says; passes over what says nothing about text. */
export function act(state: RtfState, name: string, value: number | undefined): void {
  const action = VOCABULARIES[state.group.destination].get(name);
  if (state.toSkip > 0 && !CHARACTERS.has(name)) state.toSkip = 0;
  action?.(state, value);
}

/** A break at the start of a paragraph parts no text. */
function addBreak(state: RtfState): void {
  flushBytes(state);
  if (state.group.story.text !== '') addText(state, '\n');
}

/** A paragraph whose mark is deleted or hidden goes on in the next. */
function endOfParagraph(state: RtfState): void {
  flushBytes(state);
  const { deleted, hidden, story } = state.group;
  if (!deleted && !(hidden && story.text === '')) closeParagraph(state);
}

function endOfCell(state: RtfState, level: number): void {
  flushBytes(state);
  endCell(state.group.story, level);
}

function endOfRow(state: RtfState, level: number): void {
  flushBytes(state);
  endRow(state.group.story, level);
}

function definitionLevel(state: RtfState): number {
  return state.group.destination === 'rows' ? Math.max(tableLevel(state), 2) : 1;
}

function merge(state: RtfState, direction: 'horizontal' | 'vertical', part: Merge): void {
  state.merges = { ...state.merges, [direction]: part };
}
