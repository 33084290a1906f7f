/** Pages in a few words: texts and rules as literals, for tests of the steps between page model and document. */
import { type Glyph, type PageModel, type Rule, uprightGlyph } from '../../../src/ingest/pdf/page.ts';

const SIZE = 10;

/** Characters of one line from `x` on, its middle at `y`: full-width ones an em wide, the others half. */
export function text(x: number, y: number, characters: string, size = SIZE): Glyph[] {
  let at = x;
  return [...characters].map((char) => {
    const width = /[\u2e80-\uffef]/.test(char) ? size : size / 2;
    const glyph = uprightGlyph(char, at, at + width, y + 0.38 * size, size);
    at += width;
    return glyph;
  });
}

export function h(at: number, from: number, to: number): Rule {
  return { axis: 'h', at, from, to };
}

export function v(at: number, from: number, to: number): Rule {
  return { axis: 'v', at, from, to };
}

export function page(parts: Partial<PageModel>): PageModel {
  return {
    ...{ number: 1, width: 600, height: 800, turn: 0, glyphs: [], rules: [], fills: [], invisible: 0 },
    ...parts,
  };
}
