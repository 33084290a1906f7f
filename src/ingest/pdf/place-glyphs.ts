/**
 * Takes a page's characters and paths in page space and gives the page model: everything turned so that most
 * of the text stands upright (landscape tables are often printed sideways on upright pages), characters off
 * the page left out. Both adapters end here.
 */
import type { Box } from '../../document/document.ts';
import { type Affine, apply, compose, pageToView, scaleOf, turnToUpright } from './affine.ts';
import { type Glyph, type PageModel, type Rule, type Turn, uprightGlyph } from './page.ts';
import { addPath, type PaintedPath } from './paths-to-rules.ts';

/** A character in page space, y up: its origin on the baseline, and how it advances. */
export interface RawGlyph {
  readonly char: string;
  readonly x: number;
  readonly y: number;
  /** Unit vector of the writing direction times the advance width. */
  readonly dx: number;
  readonly dy: number;
  readonly size: number;
}

export interface RawPage {
  readonly number: number;
  /** The visible part of the page in page space: left, bottom, right, top. */
  readonly bounds: Box;
  /** The page's own rotation. */
  readonly rotation: Turn;
  readonly glyphs: readonly RawGlyph[];
  /** Paths in their own space, with the map to page space. */
  readonly paths: readonly { readonly path: PaintedPath; readonly toPage: Affine }[];
  readonly invisible: number;
}

/** Points: characters may hang over the page's edge by this much. */
const OVERHANG = 1;

export function placePage(raw: RawPage): PageModel {
  const [left, bottom, right, top] = raw.bounds;
  const reading = readingTurn(raw);
  const view = pageToView(left, bottom, right, top, reading);
  const sideways = reading % 2 === 1;
  const width = sideways ? top - bottom : right - left;
  const height = sideways ? right - left : top - bottom;
  const glyphs: Glyph[] = [];
  for (const glyph of raw.glyphs) {
    const placed = placeGlyph(glyph, view, reading);
    const x = (placed.x0 + placed.x1) / 2;
    const y = (placed.y0 + placed.y1) / 2;
    if (x >= -OVERHANG && y >= -OVERHANG && x <= width + OVERHANG && y <= height + OVERHANG)
      glyphs.push(placed);
  }
  const rules: Rule[] = [];
  const fills: Box[] = [];
  for (const { path, toPage } of raw.paths) addPath(pathInView(path, compose(toPage, view)), rules, fills);
  const turn = ((reading - raw.rotation + 4) % 4) as Turn;
  return { number: raw.number, width, height, turn, glyphs, rules, fills, invisible: raw.invisible };
}

/** The page's rotation, unless more than half of its characters run in another direction. */
function readingTurn(raw: RawPage): Turn {
  const counts = [0, 0, 0, 0];
  for (const glyph of raw.glyphs) {
    const turn = turnToUpright(glyph.dx, glyph.dy);
    if (turn !== null) counts[turn]! += 1;
  }
  const most = counts.indexOf(Math.max(...counts)) as Turn;
  return counts[most]! * 2 > raw.glyphs.length ? most : raw.rotation;
}

function placeGlyph(glyph: RawGlyph, view: Affine, reading: Turn): Glyph {
  const [x, y] = apply(view, glyph.x, glyph.y);
  if (turnToUpright(glyph.dx, glyph.dy) === reading) {
    return uprightGlyph(glyph.char, x, x + Math.hypot(glyph.dx, glyph.dy), y, glyph.size);
  }
  const [ex, ey] = apply(view, glyph.x + glyph.dx, glyph.y + glyph.dy);
  // The body of a slanted character is about half an em around the middle of its stretch of baseline.
  const length = Math.hypot(ex - x, ey - y) || 1;
  const cx = (x + ex) / 2 + ((ey - y) / length) * glyph.size * 0.38;
  const cy = (y + ey) / 2 - ((ex - x) / length) * glyph.size * 0.38;
  const half = glyph.size / 2;
  return { char: glyph.char, x0: cx - half, y0: cy - half, x1: cx + half, y1: cy + half, size: glyph.size };
}

function pathInView(path: PaintedPath, toView: Affine): PaintedPath {
  return {
    ...path,
    lineWidth: path.lineWidth * scaleOf(toView),
    subpaths: path.subpaths.map((subpath) => ({
      ...subpath,
      points: subpath.points.map(([x, y]) => apply(toView, x, y)),
    })),
  };
}
