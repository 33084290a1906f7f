/**
 * Takes an open PDFium document and gives each page in page space: characters by the text page, paths by the
 * page's objects. Every handle that is loaded here is closed here.
 */
import type { Box } from '../../document/document.ts';
import { type Affine, compose, IDENTITY } from './affine.ts';
import type { Turn } from './page.ts';
import type { PaintedPath, Subpath } from './paths-to-rules.ts';
import type { Pdfium } from './pdfium-module.ts';
import type { RawGlyph, RawPage } from './place-glyphs.ts';

const OBJECT_TEXT = 1;
const OBJECT_PATH = 2;
const OBJECT_FORM = 5;
const SEGMENT_BEZIER = 1;
const SEGMENT_MOVE = 2;
/** Text render modes 3 and 7 paint nothing. */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);
/** Fills and strokes: the one mode that lends its line's width to a text without any. */
const STROKED_MODE = 2;
/** Points: PDFium's text page passes over text objects narrower than this. */
const UNSEEN_WIDTH = 0.01;
/** Forms may hold forms; deeper nesting than this is a file made to do harm. */
const MAX_FORM_DEPTH = 12;
/** PDFium gives a hyphen at a line's end as U+0002. */
const PDFIUM_HYPHEN = 0x02;
const UNMAPPED = '\ufffd';
/** Em: no character advances by more; PDFium gives twenty for fonts that are set vertically. */
const MAX_ADVANCE = 3;
/** Bytes of the scratch memory that results are written to. */
const SCRATCH_BYTES = 64;

/** The pages in order; in place of one that cannot be opened, its number. */
export function* pdfiumPages(pdfium: Pdfium, document: number): Generator<RawPage | number> {
  const scratch = pdfium.wasmExports.malloc(SCRATCH_BYTES);
  try {
    const count = pdfium._FPDF_GetPageCount(document);
    for (let index = 0; index < count; index += 1) {
      const page = pdfium._FPDF_LoadPage(document, index);
      if (page === 0) {
        yield index + 1;
        continue;
      }
      try {
        yield readPage(pdfium, page, index + 1, scratch);
      } finally {
        pdfium._FPDF_ClosePage(page);
      }
    }
  } finally {
    pdfium.wasmExports.free(scratch);
  }
}

function readPage(pdfium: Pdfium, page: number, number: number, scratch: number): RawPage {
  pdfium._FPDF_GetPageBoundingBox(page, scratch);
  const at = scratch >> 2;
  // FS_RECTF is left, top, right, bottom.
  const [left, top, right, bottom] = pdfium.HEAPF32.subarray(at, at + 4) as unknown as Box;
  const rotation = (pdfium._FPDFPage_GetRotation(page) & 3) as Turn;
  const paths: { path: PaintedPath; toPage: Affine }[] = [];
  const objects = pdfium._FPDFPage_CountObjects(page);
  for (let i = 0; i < objects; i += 1) {
    readObject(pdfium, pdfium._FPDFPage_GetObject(page, i), IDENTITY, 0, scratch, paths);
  }
  // After the objects: what they widen is seen only by a text page that is loaded later.
  const { glyphs, invisible } = readGlyphs(pdfium, page, scratch);
  return { number, bounds: [left, bottom, right, top], rotation, glyphs, paths, invisible };
}

function readGlyphs(
  pdfium: Pdfium,
  page: number,
  scratch: number,
): { glyphs: RawGlyph[]; invisible: number } {
  const glyphs: RawGlyph[] = [];
  let invisible = 0;
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return { glyphs, invisible };
  try {
    const count = pdfium._FPDFText_CountChars(textPage);
    let object = 0;
    let origin = { x: Number.NaN, y: Number.NaN };
    let style: TextStyle = { size: 0, cos: 1, sin: 0, painted: true };
    for (let i = 0; i < count; i += 1) {
      const code = pdfium._FPDFText_GetUnicode(textPage, i);
      if (code === 0x0d || code === 0x0a) continue;
      if (code === 0x20 && pdfium._FPDFText_IsGenerated(textPage, i) === 1) continue;
      const owner = pdfium._FPDFText_GetTextObject(textPage, i);
      if (owner !== object) {
        object = owner;
        origin = { x: Number.NaN, y: Number.NaN };
        style = readStyle(pdfium, textPage, i, owner, scratch);
      }
      if (!style.painted) invisible += 1;
      pdfium._FPDFText_GetCharOrigin(textPage, i, scratch, scratch + 8);
      pdfium._FPDFText_GetLooseCharBox(textPage, i, scratch + 16);
      const [x, y] = [pdfium.HEAPF64[scratch >> 3]!, pdfium.HEAPF64[(scratch >> 3) + 1]!];
      const at = (scratch + 16) >> 2;
      const floats = pdfium.HEAPF32;
      const across = floats[at + 2]! - floats[at]!;
      const upright = floats[at + 1]! - floats[at + 3]!;
      const along = Math.abs(style.cos) >= Math.abs(style.sin) ? across : upright;
      const advance = along > MAX_ADVANCE * style.size ? style.size : along;
      const before = glyphs.at(-1);
      // PDFium gives all characters of a ligature (—— is one in some fonts) the ligature's place.
      const ligated = before !== undefined && x === origin.x && y === origin.y;
      origin = { x, y };
      glyphs.push({
        char: toChar(code),
        x: ligated ? before.x + before.dx : x,
        y: ligated ? before.y + before.dy : y,
        dx: style.cos * advance,
        dy: style.sin * advance,
        size: style.size,
      });
    }
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
  return { glyphs, invisible };
}

interface TextStyle {
  readonly size: number;
  /** The writing direction. */
  readonly cos: number;
  readonly sin: number;
  readonly painted: boolean;
}

function readStyle(
  pdfium: Pdfium,
  textPage: number,
  index: number,
  object: number,
  scratch: number,
): TextStyle {
  pdfium._FPDFText_GetMatrix(textPage, index, scratch);
  const [a, b, c, d] = readAffine(pdfium, scratch);
  const length = Math.hypot(a, b) || 1;
  const size = pdfium._FPDFText_GetFontSize(textPage, index) * (Math.hypot(c, d) || 1);
  const mode = object === 0 ? 0 : pdfium._FPDFTextObj_GetTextRenderMode(object);
  return { size, cos: a / length, sin: b / length, painted: !INVISIBLE_MODES.has(mode) };
}

function toChar(code: number): string {
  if (code === PDFIUM_HYPHEN) return '-';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return UNMAPPED;
  return String.fromCodePoint(code);
}

function readObject(
  pdfium: Pdfium,
  object: number,
  toPage: Affine,
  depth: number,
  scratch: number,
  paths: { path: PaintedPath; toPage: Affine }[],
): void {
  const type = pdfium._FPDFPageObj_GetType(object);
  if (type === OBJECT_PATH) {
    const path = readPath(pdfium, object, scratch);
    if (path === null) return;
    pdfium._FPDFPageObj_GetMatrix(object, scratch);
    paths.push({ path, toPage: compose(readAffine(pdfium, scratch), toPage) });
  } else if (type === OBJECT_TEXT) {
    widenUnseenText(pdfium, object, scratch);
  } else if (type === OBJECT_FORM && depth < MAX_FORM_DEPTH) {
    pdfium._FPDFPageObj_GetMatrix(object, scratch);
    const inner = compose(readAffine(pdfium, scratch), toPage);
    const count = pdfium._FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count; i += 1) {
      readObject(pdfium, pdfium._FPDFFormObj_GetObject(object, i), inner, depth + 1, scratch, paths);
    }
  }
}

/**
 * A single character of a Chinese font that is not embedded has an empty box, and the text page would leave it
 * out without a word (a second line 业 below 商业企, labels set one character a line). Stroked text has the
 * width of its stroke; transforming it by nothing makes PDFium measure it again.
 */
function widenUnseenText(pdfium: Pdfium, object: number, scratch: number): void {
  pdfium._FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const at = scratch >> 2;
  if (pdfium.HEAPF32[at + 2]! - pdfium.HEAPF32[at]! >= UNSEEN_WIDTH) return;
  if (INVISIBLE_MODES.has(pdfium._FPDFTextObj_GetTextRenderMode(object))) return;
  pdfium._FPDFTextObj_SetTextRenderMode(object, STROKED_MODE);
  pdfium.HEAPF32.set(IDENTITY, at);
  pdfium._FPDFPageObj_TransformF(object, scratch);
}

function readPath(pdfium: Pdfium, object: number, scratch: number): PaintedPath | null {
  pdfium._FPDFPath_GetDrawMode(object, scratch, scratch + 4);
  const fill = pdfium.HEAP32[scratch >> 2] !== 0;
  const stroke = pdfium.HEAP32[(scratch >> 2) + 1] !== 0;
  if (!fill && !stroke) return null;
  let lineWidth = 0;
  if (stroke) {
    pdfium._FPDFPageObj_GetStrokeWidth(object, scratch);
    lineWidth = pdfium.HEAPF32[scratch >> 2]!;
  }
  const subpaths: Subpath[] = [];
  let points: [number, number][] = [];
  let closed = false;
  let curved = false;
  const count = pdfium._FPDFPath_CountSegments(object);
  for (let i = 0; i < count; i += 1) {
    const segment = pdfium._FPDFPath_GetPathSegment(object, i);
    const type = pdfium._FPDFPathSegment_GetType(segment);
    if (type === SEGMENT_MOVE && points.length > 0) {
      subpaths.push({ points, closed, curved });
      [points, closed, curved] = [[], false, false];
    }
    if (type === SEGMENT_BEZIER) curved = true;
    pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    points.push([pdfium.HEAPF32[scratch >> 2]!, pdfium.HEAPF32[(scratch >> 2) + 1]!]);
    if (pdfium._FPDFPathSegment_GetClose(segment) !== 0) closed = true;
  }
  if (points.length > 0) subpaths.push({ points, closed, curved });
  return { subpaths, fill, stroke, lineWidth };
}

function readAffine(pdfium: Pdfium, scratch: number): Affine {
  const at = scratch >> 2;
  const floats = pdfium.HEAPF32;
  return [floats[at]!, floats[at + 1]!, floats[at + 2]!, floats[at + 3]!, floats[at + 4]!, floats[at + 5]!];
}
