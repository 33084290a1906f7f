/**
 * Takes a page of pdfjs and gives it in page space: its operator list is run with the little of the graphics
 * state that placing characters and rules needs. Operators that place nothing (colours, images, clips, marks)
 * are known and ignored.
 */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import { type Affine, compose, IDENTITY, scaleOf } from './affine.ts';
import type { Turn } from './page.ts';
import type { PaintedPath } from './paths-to-rules.ts';
import { drawnSubpaths } from './pdfjs-path.ts';
import type { RawGlyph, RawPage } from './place-glyphs.ts';

/** Operator numbers by name, as pdfjs exports them. */
export type Operators = Readonly<Record<string, number>>;

interface PdfjsFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: Affine;
  readonly defaultVMetrics?: readonly [number, number, number];
}

interface PdfjsGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number];
}

/** The part of the graphics state that is saved and restored. */
interface State {
  toPage: Affine;
  lineWidth: number;
  font: PdfjsFont;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

interface Run {
  state: State;
  readonly saved: State[];
  readonly fonts: ReadonlyMap<string, PdfjsFont>;
  text: Affine;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  readonly glyphs: RawGlyph[];
  readonly paths: { path: PaintedPath; toPage: Affine }[];
  invisible: number;
}

/** Each operator knows the types of its own arguments. */
type Arguments = readonly [never, never, ...never[]];
type Operator = (run: Run, args: Arguments, ops: Operators) => void;

/** Text render modes 3 and 7 paint nothing. */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);
const FONT_MATRIX: Affine = [0.001, 0, 0, 0.001, 0, 0];
const DEFAULT_VMETRICS = [0, 0, 0] as const;

export async function pdfjsPage(page: PDFPageProxy, ops: Operators): Promise<RawPage> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const fonts = new Map<string, PdfjsFont>();
  for (let i = 0; i < fnArray.length; i += 1) {
    for (const name of fontNames(fnArray[i]!, argsArray[i] as readonly unknown[] | null, ops)) {
      if (!fonts.has(name)) fonts.set(name, await loadedFont(page, name));
    }
  }
  const run: Run = {
    ...{ state: initialState(), saved: [], fonts, text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 },
    ...{ glyphs: [], paths: [], invisible: 0 },
  };
  const table = operatorTable(ops);
  for (let i = 0; i < fnArray.length; i += 1) {
    table.get(fnArray[i]!)?.(run, (argsArray[i] ?? []) as Arguments, ops);
  }
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  const rotation = ((((page.rotate / 90) % 4) + 4) % 4) as Turn;
  const { glyphs, paths, invisible } = run;
  return { number: page.pageNumber, bounds: [left, bottom, right, top], rotation, glyphs, paths, invisible };
}

function fontNames(op: number, args: readonly unknown[] | null, ops: Operators): string[] {
  if (op === ops.setFont) return [args![0] as string];
  if (op !== ops.setGState) return [];
  const entries = args![0] as readonly (readonly [string, unknown])[];
  return entries.filter(([key]) => key === 'Font').map(([, value]) => (value as readonly [string])[0]);
}

function loadedFont(page: PDFPageProxy, name: string): Promise<PdfjsFont> {
  return new Promise((resolve) => {
    page.commonObjs.get(name, (font: unknown) => resolve((font ?? {}) as PdfjsFont));
  });
}

function initialState(): State {
  return {
    ...{ toPage: IDENTITY, lineWidth: 1, font: {}, fontSize: 0, charSpacing: 0, wordSpacing: 0 },
    ...{ scale: 1, leading: 0, rise: 0, mode: 0 },
  };
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  save: pushState,
  restore: popState,
  transform: (run, args) => transform(run, args as readonly number[] as unknown as Affine),
  paintFormXObjectBegin: (run, [matrix]) => {
    pushState(run);
    if (matrix) transform(run, matrix as Affine);
  },
  paintFormXObjectEnd: popState,
  beginGroup: (run, [group]) => {
    pushState(run);
    const matrix = (group as { matrix?: Affine | null }).matrix;
    if (matrix) transform(run, matrix);
  },
  endGroup: popState,
  setLineWidth: (run, [width]) => {
    run.state.lineWidth = width;
  },
  setGState: (run, [entries]) => {
    for (const [key, value] of entries as readonly (readonly [string, never])[]) {
      if (key === 'LW') run.state.lineWidth = value;
      if (key === 'Font') setFont(run, value[0], value[1]);
    }
  },
  constructPath,
  beginText: (run) => setTextMatrix(run, IDENTITY),
  setTextMatrix: (run, args) => setTextMatrix(run, toAffine(args)),
  setFont: (run, [name, size]) => setFont(run, name, size),
  setCharSpacing: (run, [spacing]) => {
    run.state.charSpacing = spacing;
  },
  setWordSpacing: (run, [spacing]) => {
    run.state.wordSpacing = spacing;
  },
  setHScale: (run, [percent]) => {
    run.state.scale = percent / 100;
  },
  setLeading: (run, [leading]) => {
    run.state.leading = -leading;
  },
  setTextRise: (run, [rise]) => {
    run.state.rise = rise;
  },
  setTextRenderingMode: (run, [mode]) => {
    run.state.mode = mode;
  },
  moveText: (run, [x, y]) => moveText(run, x, y),
  setLeadingMoveText: (run, [x, y]) => {
    run.state.leading = y;
    moveText(run, x, y);
  },
  nextLine: (run) => moveText(run, 0, run.state.leading),
  showText: (run, [glyphs]) => showText(run, glyphs),
};

function operatorTable(ops: Operators): Map<number, Operator> {
  return new Map(Object.entries(OPERATORS).map(([name, operator]) => [ops[name]!, operator]));
}

function pushState(run: Run): void {
  run.saved.push({ ...run.state });
}

function popState(run: Run): void {
  run.state = run.saved.pop() ?? run.state;
}

function transform(run: Run, matrix: Affine): void {
  run.state.toPage = compose(toAffine(matrix), run.state.toPage);
}

/** pdfjs gives a matrix as six arguments, as an array or as a typed array, also as the one argument. */
function toAffine(args: ArrayLike<number | ArrayLike<number>>): Affine {
  const flat = typeof args[0] === 'number' ? args : args[0]!;
  return Array.from(flat as ArrayLike<number>) as unknown as Affine;
}

function setFont(run: Run, name: string, size: number): void {
  run.state.font = run.fonts.get(name) ?? {};
  run.state.fontSize = size;
}

function setTextMatrix(run: Run, matrix: Affine): void {
  Object.assign(run, { text: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
}

function moveText(run: Run, x: number, y: number): void {
  run.x = run.lineX += x;
  run.y = run.lineY += y;
}

function constructPath(run: Run, [paint, data]: Arguments, ops: Operators): void {
  const is = (...names: string[]) => names.some((name) => ops[name] === paint);
  const fill = is('fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke');
  const stroke = is(
    'stroke',
    'closeStroke',
    'fillStroke',
    'eoFillStroke',
    'closeFillStroke',
    'closeEOFillStroke',
  );
  const drawn = (data as readonly (ArrayLike<number> | null)[])[0];
  if ((!fill && !stroke) || !drawn) return;
  const path = { subpaths: drawnSubpaths(drawn), fill, stroke, lineWidth: run.state.lineWidth };
  run.paths.push({ path, toPage: run.state.toPage });
}

function showText(run: Run, items: readonly (PdfjsGlyph | number)[]): void {
  const { state } = run;
  const { font, rise } = state;
  const toPage = compose(run.text, state.toPage);
  const direction = state.fontSize < 0 ? -1 : 1;
  const fontSize = Math.abs(state.fontSize);
  const scale = state.scale * direction;
  const unit = fontSize * (font.fontMatrix ?? FONT_MATRIX)[0];
  const size = fontSize * Math.hypot(toPage[2], toPage[3]);
  const reverse = font.vertical ? 1 : -1;
  let along = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      along += (reverse * item * fontSize) / 1000;
      continue;
    }
    const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction;
    const advance = item.width * unit;
    let [x, y] = [run.x + along * scale, run.y + rise];
    if (font.vertical) {
      const [down, vx, vy] = item.vmetric ?? font.defaultVMetrics ?? DEFAULT_VMETRICS;
      x = run.x - (item.vmetric ? vx * unit : advance / 2);
      y = run.y - along - vy * unit;
      along += -down * unit - spacing;
    } else {
      along += advance + spacing;
    }
    if (INVISIBLE_MODES.has(state.mode)) run.invisible += 1;
    const [a, b, c, d, e, f] = toPage;
    const reach = advance * scale;
    if (item.unicode !== '') {
      run.glyphs.push({
        ...{ char: item.unicode, x: a * x + c * y + e, y: b * x + d * y + f },
        ...{ dx: a * reach, dy: b * reach, size: size === 0 ? fontSize * scaleOf(toPage) : size },
      });
    }
  }
  if (font.vertical) run.y -= along;
  else run.x += along * scale;
}
