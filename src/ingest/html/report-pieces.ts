/**
 * A page's pieces in, those that may be the report out, by evidence alone: tables of data and long sentences show
 * where it stands; lists of links, lines of navigation and footers around it are the portal's frame. In doubt a
 * piece is kept: too much text costs a diagnostic, a lost table the report.
 */
import type { Metadata } from '../../document/document.ts';
import { lineEntries, tableEntries } from './filing-entries.ts';
import { filingLabel, isFrameElement, isFrameLine } from './page-labels.ts';
import type { Page, Piece, Region } from './read-page.ts';

export interface ReportPieces {
  readonly pieces: readonly Piece[];
  /** The portal's record of the article; it stands no longer among the pieces. */
  readonly metadata: readonly Metadata[];
  /** Whether there is a table of data or a long sentence at all. */
  readonly hasEvidence: boolean;
}

/** Characters: a sentence of a report has more, a line of a portal's frame fewer. */
const SENTENCE = 30;
/** Share of a piece's characters within links from which it is one of a list of links: dates stand beside short titles. */
const LINK_SHARE = 0.3;

export function reportPieces(page: Page): ReportPieces {
  const { pieces, root } = page;
  const records = pieces.map(({ block }) => (block.kind === 'table' ? tableEntries(block) : undefined));
  const evidence = pieces.map((piece, i) => records[i] === undefined && isEvidence(piece));
  const first = evidence.indexOf(true);
  const metadata: Metadata[] = [];
  const isRecord = pieces.map(() => false);
  const before = first < 0 ? pieces.length : first;
  for (let i = 0; i < pieces.length; i++) {
    const block = pieces[i]!.block;
    if (block.kind === 'table') {
      const entries = records[i];
      if (entries === undefined) continue;
      isRecord[i] = true;
      metadata.push(...entries);
    } else if (i < before) {
      const entries = lineEntries(block.text) ?? definition(pieces, i);
      if (entries === undefined) continue;
      isRecord[i] = true;
      metadata.push(...entries);
      if (filingLabel(block.text) !== undefined) isRecord[++i] = true;
    }
  }
  if (first < 0) return { pieces: pieces.filter((_, i) => !isRecord[i]), metadata, hasEvidence: false };
  const isFrame = frameOf(page, evidence);
  const { from, to } = zoneOf(root, evidence, isFrame);
  const kept = pieces.filter((_, i) => i >= from && i < to && !isRecord[i] && !isFrame[i]);
  return { pieces: kept, metadata, hasEvidence: true };
}

/** A label in an element of its own, the value in the next: `<dt>索引号</dt><dd>…</dd>`. */
function definition(pieces: readonly Piece[], at: number): readonly Metadata[] | undefined {
  const [label, value] = [pieces[at]!, pieces[at + 1]];
  if (label.block.kind !== 'paragraph' || label.element.name !== 'dt') return undefined;
  if (value?.block.kind !== 'paragraph' || value.element.name !== 'dd') return undefined;
  const known = filingLabel(label.block.text);
  return known && [{ name: known.name, value: value.block.text.trim() }];
}

function isEvidence({ block, chars, linkChars }: Piece): boolean {
  if (linkChars > chars * LINK_SHARE) return false;
  if (block.kind === 'table') return block.rows >= 2 && block.cols >= 2;
  return (
    chars >= SENTENCE &&
    /[。；，,;]/.test(block.text) &&
    !isFrameLine(block.text) &&
    lineEntries(block.text) === undefined
  );
}

/** By piece: whether it belongs to the frame. */
function frameOf(page: Page, evidence: readonly boolean[]): boolean[] {
  const isFrame = page.pieces.map(
    (piece, i) => !evidence[i] && piece.block.kind === 'paragraph' && isFrameLine(piece.block.text),
  );
  const visit = (region: Region): void => {
    const hasEvidence = evidence.slice(region.from, region.to).includes(true);
    if (!hasEvidence && isFrameRegion(region, page.pieces)) {
      isFrame.fill(true, region.from, region.to);
      return;
    }
    for (const child of region.children) visit(child);
  };
  for (const child of page.root.children) visit(child);
  return isFrame;
}

function isFrameRegion(region: Region, pieces: readonly Piece[]): boolean {
  const within = pieces.slice(region.from, region.to);
  // A portal's header may hold the article's title.
  const hasTitle = within.some((piece) => piece.element.name === 'h1');
  if (!hasTitle && isFrameElement(region.element.name ?? '', region.element.attribs ?? {})) return true;
  const links = within.filter((piece) => piece.linkChars > piece.chars * LINK_SHARE);
  const linkCount = links.reduce((sum, piece) => sum + piece.links, 0);
  if (linkCount < 2) return false;
  // All are links, but for a heading before them.
  return links.length === within.length || (links.length === within.length - 1 && links[0] !== within[0]);
}

/**
 * The pieces of the innermost element that holds all evidence and, beside it, a part of the frame: what stands
 * outside of it stands beyond the frame. Signature and date often stand beside the element that holds the rest.
 */
function zoneOf(
  root: Region,
  evidence: readonly boolean[],
  isFrame: readonly boolean[],
): { from: number; to: number } {
  const first = evidence.indexOf(true);
  const last = evidence.lastIndexOf(true);
  const path: Region[] = [root];
  for (let at: Region | undefined = root; at !== undefined; ) {
    at = at.children.find((child) => child.from <= first && child.to > last);
    if (at !== undefined) path.push(at);
  }
  const zone = path.findLast((region) => isFrame.slice(region.from, region.to).includes(true)) ?? root;
  return zone;
}
