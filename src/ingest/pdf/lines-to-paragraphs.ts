/**
 * Takes a run of lines between two tables and gives paragraphs: Chinese lines are joined without a space; a
 * paragraph begins at an indent, at a centred line, after a short line, after a wider gap, where the size
 * changes, and at a heading after a full stop. Centred lines stay alone, so that a title over two lines shows.
 */
import type { Paragraph } from '../../document/document.ts';
import type { Line } from './glyphs-to-lines.ts';
import { displayedBox, type PageModel } from './page.ts';

export interface PlacedLine {
  readonly line: Line;
  readonly page: PageModel;
}

/** How a document's body is set. */
export interface Setting {
  /** Left and right edge of the body by page number, in points. */
  readonly edges: ReadonlyMap<number, readonly [number, number]>;
  /** The body's size in points and the distance from line to line within a paragraph. */
  readonly size: number;
  readonly pitch: number;
}

/** Characters: shorter lines say nothing about the body's edges. */
const LONG_LINE = 12;
/** Long lines that a page must have for its own edges to count. */
const ENOUGH_LINES = 3;
/** Em: a first-line indent is two, and loses some to justification. */
const INDENT = 1.3;
/** Em: a line that ends this far before the right edge ends its paragraph. */
const SHORT_LINE = 2.2;
/** Em: the two margins of a centred line differ by less. */
const CENTRED = 1.2;
/** Em: the least margin of a centred line of body size; a first-line indent is less. */
const CENTRED_MARGIN = 2.8;
/** A title is larger than the body by this factor at least. */
const LARGER = 1.15;
/** A gap wider than the usual pitch by this factor parts paragraphs. */
const WIDER = 1.35;
/** Sizes that differ by less than this factor are one size. */
const SAME_SIZE = 1.12;

const HEADING =
  /^(?:[一二三四五六七八九十]+\s*、|[（(]\s*[一二三四五六七八九十]+\s*[）)]|第[一二三四五六七八九十]+部分|\d{1,2}\s*[.．、](?!\d))/u;
const FULL_STOP = /[。；：！？;:!?]$/u;

export function settingOf(lines: readonly PlacedLine[]): Setting {
  const long = lines.filter(({ line }) => line.glyphs.length >= LONG_LINE);
  const whole = edgesOf(long);
  const edges = new Map<number, readonly [number, number]>();
  for (const { page } of lines) {
    if (edges.has(page.number)) continue;
    const own = long.filter((other) => other.page === page);
    edges.set(page.number, own.length >= ENOUGH_LINES ? edgesOf(own) : whole);
  }
  const size = median(long.map(({ line }) => line.size)) ?? 12;
  const pitches = lines
    .map((placed, i) => pitch(lines[i - 1], placed))
    .filter((value): value is number => value !== null && value > 0);
  return { edges, size, pitch: quantile(pitches, 0.1) ?? size * 1.5 };
}

export function linesToParagraphs(lines: readonly PlacedLine[], setting: Setting): Paragraph[] {
  const groups: PlacedLine[][] = [];
  lines.forEach((placed, i) => {
    const before = lines[i - 1];
    if (before === undefined || startsParagraph(before, placed, setting)) groups.push([placed]);
    else groups.at(-1)!.push(placed);
  });
  return groups.map((group) => toParagraph(group, setting));
}

function toParagraph(group: readonly PlacedLine[], setting: Setting): Paragraph {
  const first = group[0]!;
  const here = group.filter(({ page }) => page === first.page).map(({ line }) => line.box);
  const box = displayedBox(first.page, [
    Math.min(...here.map((b) => b[0])),
    Math.min(...here.map((b) => b[1])),
    Math.max(...here.map((b) => b[2])),
    Math.max(...here.map((b) => b[3])),
  ]);
  return {
    kind: 'paragraph',
    text: group.reduce((text, { line }) => joined(text, line.text), ''),
    ...(isCentred(first, setting) ? { centered: true } : {}),
    page: first.page.number,
    box,
  };
}

/** Latin words keep a space at the line's break, Chinese and figures do not. */
function joined(text: string, next: string): string {
  return /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
}

function startsParagraph(before: PlacedLine, placed: PlacedLine, setting: Setting): boolean {
  const [indent] = margins(placed, setting);
  const [, shortBy] = margins(before, setting);
  const [small, large] = [before.line.size, placed.line.size].sort((a, b) => a - b) as [number, number];
  const step = pitch(before, placed);
  return (
    indent >= INDENT ||
    shortBy - unbrokenStart(placed.line) >= SHORT_LINE ||
    large > small * SAME_SIZE ||
    isCentred(before, setting) ||
    isCentred(placed, setting) ||
    (step !== null && (step > WIDER * setting.pitch || step <= 0)) ||
    (HEADING.test(placed.line.text) && FULL_STOP.test(before.line.text))
  );
}

/** A word or figure that was moved to the next line whole, and so left the line before short, in em. */
function unbrokenStart({ glyphs, size }: Line): number {
  let width = 0;
  for (const glyph of glyphs) {
    if (!/[A-Za-z0-9.,%/:-]/.test(glyph.char)) break;
    width += glyph.x1 - glyph.x0;
  }
  return width / size;
}

function isCentred(placed: PlacedLine, setting: Setting): boolean {
  const [left, right] = margins(placed, setting);
  if (Math.abs(left - right) > CENTRED) return false;
  return left >= CENTRED_MARGIN || placed.line.size >= LARGER * setting.size;
}

/** How far the line stays inside the body's edges, in em. */
function margins({ line, page }: PlacedLine, setting: Setting): [number, number] {
  const [left, right] = setting.edges.get(page.number)!;
  return [(line.box[0] - left) / line.size, (right - line.box[2]) / line.size];
}

/** From line to line; null where they are on two pages. */
function pitch(before: PlacedLine | undefined, { line, page }: PlacedLine): number | null {
  if (before === undefined || before.page !== page) return null;
  return (line.box[1] + line.box[3] - before.line.box[1] - before.line.box[3]) / 2;
}

/** The left edge that lines begin at and the right edge that they reach; a few stragglers do not move them. */
function edgesOf(lines: readonly PlacedLine[]): readonly [number, number] {
  const left =
    quantile(
      lines.map(({ line }) => line.box[0]),
      0.05,
    ) ?? 0;
  const right =
    quantile(
      lines.map(({ line }) => line.box[2]),
      0.9,
    ) ?? 0;
  return [left, right];
}

function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
