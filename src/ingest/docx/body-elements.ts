/**
 * Which element of a document part does what (ECMA-376 part 1, chapter 17): one table for content; for
 * properties see `property-elements.ts`, for what is read through or left out `plain-elements.ts`.
 */
import {
  addText,
  type BodyState,
  closeCell,
  closeParagraph,
  closeRow,
  closeTable,
  closeTextBox,
  isShown,
  meet,
  openCell,
  openParagraph,
  openRow,
  openTable,
  openTextBox,
} from './body-state.ts';
import { act, type ElementReader, SKIP, THROUGH, type Vocabulary } from './element-reader.ts';
import { LEFT_OUT, MATHEMATICS, MATHEMATICS_LEFT_OUT, WRAPPERS } from './plain-elements.ts';
import { cellProperties, paragraphProperties, rowProperties, runProperties } from './property-elements.ts';
import { symbolCharacter } from './symbols.ts';

function skipAndMeet(what: string): ElementReader {
  return {
    open(state) {
      meet(state, what);
      return 'skip';
    },
  };
}

const FIELD_STEPS: ReadonlyMap<string, (fields: boolean[]) => void> = new Map([
  ['begin', (fields: boolean[]): void => void fields.push(true)],
  ['separate', (fields): void => void fields.splice(-1, 1, false)],
  ['end', (fields): void => void fields.pop()],
]);

const readers: readonly (readonly [string, ElementReader])[] = [
  ['w:p', { ...act(openParagraph), close: closeParagraph }],
  ['w:pPr', { inside: paragraphProperties }],
  [
    'w:r',
    act(({ story }) => {
      story.runHidden = undefined;
      story.runStyleHidden = undefined;
    }),
  ],
  ['w:rPr', { inside: runProperties }],
  [
    'w:t',
    {
      open(state) {
        state.isTextShown = isShown(state.story);
        return undefined;
      },
      close(state) {
        state.isTextShown = false;
      },
    },
  ],
  ['w:tab', act((state) => addText(state, '\t'))],
  ['w:ptab', act((state) => addText(state, '\t'))],
  ['w:cr', act((state) => addText(state, '\n'))],
  [
    'w:br',
    act((state, attributes) => {
      const type = attributes['w:type'];
      const isLineBreak = type === undefined || type === 'textWrapping';
      // A page or column break at the start of a paragraph parts no text.
      if (isLineBreak || state.story.paragraph?.text !== '') addText(state, '\n');
    }),
  ],
  ['w:noBreakHyphen', act((state) => addText(state, '-'))],
  [
    'w:sym',
    act((state, attributes) => {
      const character = symbolCharacter(attributes['w:font'], attributes['w:char']);
      if (character === undefined) meet(state, 'symbol');
      addText(state, character ?? '\ufffd');
    }),
  ],
  [
    'w:fldChar',
    act((state, attributes) => FIELD_STEPS.get(attributes['w:fldCharType'] ?? '')?.(state.story.fields)),
  ],
  ['w:tbl', { ...act(openTable), close: closeTable }],
  [
    'w:gridCol',
    act((state) => {
      if (state.story.table !== undefined) state.story.table.gridColumns += 1;
    }),
  ],
  ['w:tr', { ...act(openRow), close: closeRow }],
  ['w:trPr', { inside: rowProperties }],
  ['w:tc', { ...act(openCell), close: closeCell }],
  ['w:tcPr', { inside: cellProperties }],
  ['w:txbxContent', { ...act(openTextBox), close: closeTextBox }],
  [
    'mc:AlternateContent',
    {
      open(state) {
        state.alternatives.push(false);
        return undefined;
      },
      close(state) {
        state.alternatives.pop();
      },
    },
  ],
  // The first choice is read; the fallback only where there is no choice. Both hold the same text.
  ['mc:Choice', { open: takeBranch }],
  ['mc:Fallback', { open: takeBranch }],
  ['w:ins', { open: meetRevision }],
  ['w:moveTo', { open: meetRevision }],
  ['w:del', skipAndMeet('revision')],
  ['w:moveFrom', skipAndMeet('revision')],
  ['pic:pic', skipAndMeet('picture')],
  ['v:imagedata', skipAndMeet('picture')],
  ['c:chart', skipAndMeet('chart')],
  ['dgm:relIds', skipAndMeet('diagram')],
  ['w:object', skipAndMeet('object')],
  ['w:altChunk', skipAndMeet('chunk')],
  ['w:subDoc', skipAndMeet('chunk')],
];

function takeBranch({ alternatives }: BodyState): 'skip' | undefined {
  if (alternatives.at(-1) === true) return 'skip';
  if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
  return undefined;
}

function meetRevision(state: BodyState): undefined {
  meet(state, 'revision');
}

export const CONTENT: Vocabulary = {
  elements: new Map<string, ElementReader>([
    ...WRAPPERS.map((name) => [`w:${name}`, THROUGH] as const),
    ...LEFT_OUT.map((name) => [`w:${name}`, SKIP] as const),
    ...MATHEMATICS.map((name) => [`m:${name}`, THROUGH] as const),
    ...MATHEMATICS_LEFT_OUT.map((name) => [`m:${name}`, SKIP] as const),
    ...readers,
    ['m:t', readers.find(([name]) => name === 'w:t')?.[1] ?? SKIP],
  ]),
  unknown: 'report',
};
