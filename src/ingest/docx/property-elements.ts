/**
 * The properties of paragraphs, runs, rows and cells that decide what is read (ECMA-376 part 1, 17.3,
 * 17.4). All others are formatting and hold no text.
 */
import { isOn, wholeNumber } from './attributes.ts';
import { type BodyState, currentCell, MAX_SPAN, meet, type ParagraphDraft } from './body-state.ts';
import { act, type ElementReader, THROUGH, type Vocabulary } from './element-reader.ts';
import { headingOfOutline } from './styles.ts';
import type { Merge } from './table-grid.ts';
import type { Attributes } from './xml-events.ts';

function properties(elements: readonly (readonly [string, ElementReader])[]): Vocabulary {
  return { elements: new Map(elements), unknown: 'skip' };
}

/** A tracked move is deleted here and inserted there. */
const markDeleted = act((state) => {
  if (state.story.paragraph !== undefined) state.story.paragraph.markDeleted = true;
  meet(state, 'revision');
});

const paragraphMarkProperties = properties([
  ['w:del', markDeleted],
  ['w:moveFrom', markDeleted],
  [
    'w:vanish',
    act((state, attributes) => {
      if (state.story.paragraph !== undefined) state.story.paragraph.markHidden = isOn(attributes['w:val']);
    }),
  ],
]);

function ofParagraph(
  set: (paragraph: ParagraphDraft, value: string | undefined, state: BodyState) => void,
): ElementReader {
  return act((state, attributes) => {
    const { paragraph } = state.story;
    if (paragraph !== undefined) set(paragraph, attributes['w:val'], state);
  });
}

export const paragraphProperties = properties([
  [
    'w:pStyle',
    ofParagraph((paragraph, value, state) => {
      paragraph.styleId = value;
      paragraph.hidden = state.styles.paragraph(value).hidden ?? false;
    }),
  ],
  ['w:numPr', THROUGH],
  [
    'w:numId',
    ofParagraph((paragraph, value) => {
      paragraph.numId = value;
    }),
  ],
  [
    'w:ilvl',
    ofParagraph((paragraph, value) => {
      paragraph.level = wholeNumber(value);
    }),
  ],
  [
    'w:jc',
    ofParagraph((paragraph, value) => {
      paragraph.centered = value === 'center';
    }),
  ],
  [
    'w:outlineLvl',
    ofParagraph((paragraph, value) => {
      paragraph.heading = headingOfOutline(value);
    }),
  ],
  ['w:rPr', { inside: paragraphMarkProperties }],
]);

export const runProperties = properties([
  [
    'w:vanish',
    act((state, attributes) => {
      state.story.runHidden = isOn(attributes['w:val']);
    }),
  ],
  [
    'w:rStyle',
    act((state, attributes) => {
      state.story.runStyleHidden = state.styles.named(attributes['w:val'] ?? '').hidden;
    }),
  ],
]);

export const rowProperties = properties([
  [
    'w:gridBefore',
    act((state, attributes) => {
      const row = state.story.table?.row;
      if (row !== undefined) row.before = spanOf(state, attributes, 0);
    }),
  ],
  [
    'w:gridAfter',
    act((state, attributes) => {
      const row = state.story.table?.row;
      if (row !== undefined) row.after = spanOf(state, attributes, 0);
    }),
  ],
  [
    'w:hidden',
    act((state, attributes) => {
      const row = state.story.table?.row;
      if (row !== undefined) row.hidden = isOn(attributes['w:val']);
    }),
  ],
  [
    'w:del',
    act((state) => {
      const row = state.story.table?.row;
      if (row !== undefined) row.deleted = true;
      meet(state, 'revision');
    }),
  ],
  ['w:ins', act((state) => meet(state, 'revision'))],
]);

export const cellProperties = properties([
  [
    'w:gridSpan',
    act((state, attributes) => {
      const cell = currentCell(state);
      if (cell !== undefined) cell.span = spanOf(state, attributes, 1);
    }),
  ],
  [
    'w:vMerge',
    act((state, attributes) => {
      const cell = currentCell(state);
      if (cell !== undefined) cell.vertical = mergeOf(attributes);
    }),
  ],
  [
    'w:hMerge',
    act((state, attributes) => {
      const cell = currentCell(state);
      if (cell !== undefined) cell.horizontal = mergeOf(attributes);
    }),
  ],
  [
    'w:cellDel',
    act((state) => {
      const cell = currentCell(state);
      if (cell !== undefined) cell.deleted = true;
      meet(state, 'revision');
    }),
  ],
  ['w:cellIns', act((state) => meet(state, 'revision'))],
]);

/** Without a value, or with one that is not `restart`, a merge continues (17.18.57). */
function mergeOf(attributes: Attributes): Merge {
  return attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}

function spanOf(state: BodyState, attributes: Attributes, least: number): number {
  const span = wholeNumber(attributes['w:val']);
  if (span !== undefined && span >= least && span <= MAX_SPAN) return span;
  // 0 for 1 is met in files of other writers and means the same.
  if (span !== 0) meet(state, 'bad-span');
  return least;
}
