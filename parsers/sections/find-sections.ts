/**
 * The six sections of a report: their headings, found by likeness of wording and order, whatever their
 * numbers say, and the paragraphs between them. Sub-headings and rows of tables repeat both words and
 * numbers of headings (（一）主动公开政府信息情况, 四、结转下年度继续办理), so the whole sequence decides.
 */
import type { Document } from '../../src/document/document.ts';
import { SECTIONS } from '../forms/sections.ts';
import type { Section, SectionKey } from '../report.ts';
import { likeness, type ParsedLabel, parseLabel } from '../tables/label.ts';

export interface FoundSection extends Section {
  /** Block of the heading. */
  readonly block: number;
}

/** Longer lines are sentences. */
const MAX_HEADING = 48;
const MIN_SCORE = 0.75;
const RIGHT_NUMBER = 0.2;
const CHAPTER = 0.15;
const SUB_LEVEL = -0.25;
/** The section's own table follows the heading within this many blocks. */
const TABLE_WITHIN = 4;
const TABLE_FOLLOWS = 0.15;

interface Candidate {
  readonly block: number;
  /** Heading as printed, and what of its paragraph follows behind it. */
  readonly heading: string;
  readonly rest: string;
  readonly label: ParsedLabel;
  /** Gain for each of the six sections. */
  readonly gains: readonly number[];
}

const TITLES = SECTIONS.map((section) => section.titles.map((title) => parseLabel(title).core));

export function findSections(document: Document): FoundSection[] {
  const candidates = document.blocks.flatMap((_, index) => candidatesAt(document, index));
  const chosen = bestSequence(candidates);
  return chosen.map(({ candidate, section }, i) => {
    const { key } = SECTIONS[section]!;
    const end = chosen[i + 1]?.candidate.block ?? document.blocks.length;
    const { heading, label, block } = candidate;
    return {
      key,
      number: label.ordinal?.kind === 'chapter' ? label.ordinal.number : null,
      heading,
      text: textBetween(document, candidate, end),
      block,
    };
  });
}

/** A paragraph's first line, or a table row that is one cell wide (some reports are one table throughout). */
function candidatesAt(document: Document, index: number): Candidate[] {
  const block = document.blocks[index]!;
  if (block.kind === 'table') {
    return block.cells
      .filter((cell) => cell.colSpan >= block.cols && block.cols > 1)
      .flatMap((cell) => toCandidate(document, index, cell.text.trim(), ''));
  }
  const [first = '', ...rest] = block.text.trim().split('\n');
  const sentence = /^([^。：:]{4,30}[^。：:\d])(?:。|：|:)(.*)$/s.exec(first);
  const whole = toCandidate(document, index, first.trim(), rest.join('\n'));
  if (whole.length > 0 || !sentence) return whole;
  return toCandidate(document, index, sentence[1]!.trim(), [sentence[2], ...rest].join('\n').trim());
}

function toCandidate(document: Document, block: number, heading: string, rest: string): Candidate[] {
  if (heading === '' || heading.length > MAX_HEADING || /[。；]$/.test(heading)) return [];
  const label = parseLabel(heading);
  const scores = titleScores(label.core);
  const level = label.ordinal?.kind === 'chapter' ? CHAPTER : label.ordinal ? SUB_LEVEL : 0;
  const gains = SECTIONS.map((section, i) => {
    const alike = scores[i]!;
    if (alike < MIN_SCORE) return 0;
    const number =
      label.ordinal?.kind === 'chapter' && label.ordinal.number === section.number ? RIGHT_NUMBER : 0;
    const table = hasTable(section.key) && tableFollows(document, block) ? TABLE_FOLLOWS : 0;
    return Math.max(0, alike + level + number + table);
  });
  return gains.some((gain) => gain > 0) ? [{ block, heading, rest, label, gains }] : [];
}

const memo = new Map<string, readonly number[]>();
/** Lines of forms repeat over reports; beyond this many the memory starts anew. */
const MEMO_SIZE = 5_000;

/** Likeness to the titles of each section. */
function titleScores(core: string): readonly number[] {
  const known = memo.get(core);
  if (known) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const scores = TITLES.map((titles) =>
    titles.reduce((best, title) => Math.max(best, likeness(core, title)), 0),
  );
  memo.set(core, scores);
  return scores;
}

function hasTable(key: SectionKey): boolean {
  return key === 'proactive' || key === 'applications' || key === 'remedies';
}

function tableFollows(document: Document, block: number): boolean {
  return document.blocks.slice(block + 1, block + 1 + TABLE_WITHIN).some((other) => other.kind === 'table');
}

/** The order-keeping choice with the greatest gain; among equals the later line, as lists of parts stand first. */
function bestSequence(candidates: readonly Candidate[]): { candidate: Candidate; section: number }[] {
  const best = Array.from({ length: candidates.length + 1 }, () =>
    new Array<number>(SECTIONS.length + 1).fill(0),
  );
  for (let i = candidates.length - 1; i >= 0; i--) {
    for (let j = SECTIONS.length - 1; j >= 0; j--) {
      const gain = candidates[i]!.gains[j]!;
      const take = gain > 0 ? gain + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(take, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const chosen: { candidate: Candidate; section: number }[] = [];
  for (let i = 0, j = 0; i < candidates.length && j < SECTIONS.length; ) {
    const value = best[i]![j]!;
    if (value === best[i + 1]![j]!) i++;
    else if (value === best[i]![j + 1]!) j++;
    else chosen.push({ candidate: candidates[i++]!, section: j++ });
  }
  return chosen;
}

function textBetween(document: Document, { block, rest }: Candidate, end: number): string {
  const paragraphs = document.blocks
    .slice(block + 1, end)
    .flatMap((other) => (other.kind === 'paragraph' ? [other.text.trim()] : []));
  return [rest, ...paragraphs].filter((text) => text !== '').join('\n');
}
