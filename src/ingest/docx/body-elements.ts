/**
 * Which element of a document part does what: one table for content, one for each kind of
 * properties, and a table of what is known and left out. ECMA-376 part 1, chapter 17.
 */
import { isOn, wholeNumber } from './attributes.ts';
import {
  addText,
  type BodyState,
  closeCell,
  closeParagraph,
  closeRow,
  closeTable,
  closeTextBox,
  currentCell,
  isShown,
  MAX_SPAN,
  meet,
  openCell,
  openParagraph,
  openRow,
  openTable,
  openTextBox,
} from './body-state.ts';
import { headingOfOutline } from './styles.ts';
import { symbolCharacter } from './symbols.ts';
import type { Merge } from './table-grid.ts';
import type { Attributes } from './xml-events.ts';

export interface ElementReader {
  /** 'skip' leaves the element out with all that it holds. */
  readonly open?: (state: BodyState, attributes: Attributes) => 'skip' | undefined;
  readonly close?: (state: BodyState) => void;
  /** What reads the elements inside, where it is not the same vocabulary. */
  readonly inside?: Vocabulary;
}

export interface Vocabulary {
  readonly elements: ReadonlyMap<string, ElementReader>;
  /** Content of unknown elements is read and the name reported; unknown properties hold no text and are skipped. */
  readonly unknown: 'report' | 'skip';
}

const THROUGH: ElementReader = {};
const SKIP: ElementReader = { open: () => 'skip' };

/** An element that only does something, with nothing inside that counts. */
function act(run: (state: BodyState, attributes: Attributes) => void): ElementReader {
  return {
    open(state, attributes) {
      run(state, attributes);
      return undefined;
    },
  };
}

function skipAndMeet(what: string): ElementReader {
  return {
    open(state) {
      meet(state, what);
      return 'skip';
    },
  };
}

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
  set: (
    paragraph: NonNullable<BodyState['story']['paragraph']>,
    value: string | undefined,
    state: BodyState,
  ) => void,
): ElementReader {
  return act((state, attributes) => {
    const { paragraph } = state.story;
    if (paragraph !== undefined) set(paragraph, attributes['w:val'], state);
  });
}

const paragraphProperties = properties([
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

const runProperties = properties([
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

const rowProperties = properties([
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

const cellProperties = properties([
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

const FIELD_STEPS: ReadonlyMap<string, (fields: boolean[]) => void> = new Map([
  ['begin', (fields: boolean[]): void => void fields.push(true)],
  ['separate', (fields): void => void fields.splice(-1, 1, false)],
  ['end', (fields): void => void fields.pop()],
]);

const readers: readonly (readonly [string, ElementReader])[] = [
  [
    'w:p',
    {
      open(state) {
        openParagraph(state);
        return undefined;
      },
      close: closeParagraph,
    },
  ],
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
  [
    'w:tbl',
    {
      open(state) {
        openTable(state);
        return undefined;
      },
      close: closeTable,
    },
  ],
  [
    'w:gridCol',
    act((state) => {
      if (state.story.table !== undefined) state.story.table.gridColumns += 1;
    }),
  ],
  [
    'w:tr',
    {
      open(state) {
        openRow(state);
        return undefined;
      },
      close: closeRow,
    },
  ],
  ['w:trPr', { inside: rowProperties }],
  [
    'w:tc',
    {
      open(state) {
        openCell(state);
        return undefined;
      },
      close: closeCell,
    },
  ],
  ['w:tcPr', { inside: cellProperties }],
  [
    'w:txbxContent',
    {
      open(state) {
        openTextBox(state);
        return undefined;
      },
      close: closeTextBox,
    },
  ],
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

/** Wrappers: what stands in them is read as if it stood there itself. */
const WRAPPERS = `document body sdt sdtContent smartTag customXml hyperlink fldSimple dir bdo ruby rubyBase
  tblGrid drawing pict`.split(/\s+/);

/** Mathematics: its text in order, without its layout. */
const MATHEMATICS =
  `oMathPara oMath r e f num den sup sub sSup sSub sSubSup sPre d nary lim limLow limUpp func
  fName acc bar box borderBox eqArr groupChr m mr phant rad deg`.split(/\s+/);

const MATHEMATICS_LEFT_OUT =
  `oMathParaPr rPr ctrlPr fPr sSupPr sSubPr sSubSupPr sPrePr dPr naryPr limLowPr limUppPr
  funcPr accPr barPr boxPr borderBoxPr eqArrPr groupChrPr mPr phantPr radPr argPr`.split(/\s+/);

/** Known and left out: formatting, marks without text, and what is not part of the running text. */
const LEFT_OUT =
  `tblPr tblPrEx tblGridChange sectPr sdtPr sdtEndPr smartTagPr customXmlPr rt rubyPr background
  instrText ffData fldData delText delInstrText proofErr noProof permStart permEnd softHyphen lastRenderedPageBreak
  bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference annotationRef
  footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator pgNum
  insRangeStart insRangeEnd delRangeStart delRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart
  moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
  customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
  contentPart control movie dayShort dayLong monthShort monthLong yearShort yearLong`.split(/\s+/);

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

/** Drawings hold text in text boxes only; the many elements around those are of no interest. */
export const DRAWING_PREFIXES: ReadonlySet<string> = new Set(
  'wp wp14 a pic c dgm wps wpg wpc wpi v o w10'.split(' '),
);
