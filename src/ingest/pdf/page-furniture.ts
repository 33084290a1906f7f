/**
 * Takes the lines outside tables of every page and tells which are page furniture: page numbers, and running
 * heads and feet that stand at the same place on most pages. Nothing else is left out.
 */
import type { Line } from './glyphs-to-lines.ts';
import type { PageModel } from './page.ts';

/** How many lines from the top and from the bottom of a page may be furniture. */
const OUTER_LINES = 2;
/** Share of the page's height at its top and bottom where furniture stands. */
const MARGIN_SHARE = 0.12;
/** Points: a running head stays this close to its place. */
const SAME_PLACE = 6;
/** Share of the pages that a running head stands on. */
const MOST_PAGES = 0.6;

const DECORATED_NUMBER =
  /^(?:[-—–－―~·•]+\s*\d{1,4}\s*[-—–－―~·•]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(?:Page|P\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4})$/iu;
const BARE_NUMBER = /^\d{1,4}$/;

export function furnitureLines(
  pages: readonly PageModel[],
  linesOf: readonly (readonly Line[])[],
): Set<Line> {
  const outer = pages.map((page, i) => outerLines(page, linesOf[i]!));
  const furniture = new Set<Line>();
  for (const lines of outer)
    for (const line of lines) if (DECORATED_NUMBER.test(line.text)) furniture.add(line);
  for (const line of countingNumbers(pages, outer)) furniture.add(line);
  for (const line of runningHeads(outer)) furniture.add(line);
  return furniture;
}

function outerLines(page: PageModel, lines: readonly Line[]): Line[] {
  const margin = MARGIN_SHARE * page.height;
  const top = lines.slice(0, OUTER_LINES).filter((line) => line.box[3] < margin);
  const bottom = lines.slice(-OUTER_LINES).filter((line) => line.box[1] > page.height - margin);
  return [...new Set([...top, ...bottom])];
}

/** Bare numbers that count with the pages. */
function countingNumbers(pages: readonly PageModel[], outer: readonly (readonly Line[])[]): Line[] {
  const byOffset = new Map<number, Line[]>();
  outer.forEach((lines, i) => {
    for (const line of lines.filter(({ text }) => BARE_NUMBER.test(text))) {
      const offset = Number(line.text) - pages[i]!.number;
      byOffset.set(offset, [...(byOffset.get(offset) ?? []), line]);
    }
  });
  return [...byOffset.values()].filter((lines) => lines.length >= 2).flat();
}

/** The same words (page numbers aside) at the same place on most pages, two at least. */
function runningHeads(outer: readonly (readonly Line[])[]): Line[] {
  const words = (line: Line) => line.text.replace(/\d+/g, '#');
  return outer.flat().filter((line) => {
    if (!/\p{L}/u.test(line.text)) return false;
    const pages = outer.filter((lines) =>
      lines.some(
        (other) => words(other) === words(line) && Math.abs(other.box[1] - line.box[1]) <= SAME_PLACE,
      ),
    );
    return pages.length >= 2 && pages.length >= MOST_PAGES * outer.length;
  });
}
