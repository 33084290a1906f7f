/**
 * Takes a page's rules in pieces and gives whole ones: pieces at nearly the same position are snapped onto one
 * line (double rules become one), pieces that touch or nearly touch become one (dashes, dots, rules drawn cell by
 * cell), and what is still short afterwards is dropped as ornament.
 */
import type { Rule } from './page.ts';

/** Points: neighbouring rules this close are one line; browsers set separate borders 2.25 pt apart. */
const SNAP = 2.5;
/** Points: the greatest spread of one line; the smallest row of text is 6 pt high. */
const MAX_SPREAD = 4.5;
/** Points: the greatest gap within one line; dashes leave up to 3 pt, broken rules some more. */
const JOIN_GAP = 4;
/** Points: a joined rule shorter than this is part of a character or an ornament. */
const MIN_RULE = 8;

export function joinRules(rules: readonly Rule[]): Rule[] {
  return [...joinAxis(rules, 'h'), ...joinAxis(rules, 'v')];
}

function joinAxis(rules: readonly Rule[], axis: 'h' | 'v'): Rule[] {
  const sorted = rules.filter((rule) => rule.axis === axis).sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: Rule[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && isSameLine(sorted[start]!.at, sorted[end - 1]!.at, sorted[end]!.at))
      end += 1;
    const at = (sorted[start]!.at + sorted[end - 1]!.at) / 2;
    joined.push(...joinPieces(sorted.slice(start, end), at));
    start = end;
  }
  return joined;
}

function isSameLine(first: number, last: number, next: number): boolean {
  return next - last <= SNAP && next - first <= MAX_SPREAD;
}

function joinPieces(pieces: Rule[], at: number): Rule[] {
  pieces.sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: Rule[] = [];
  let { axis, from, to } = pieces[0]!;
  const close = () => {
    if (to - from >= MIN_RULE) joined.push({ axis, at, from, to });
  };
  for (const piece of pieces) {
    if (piece.from - to > JOIN_GAP) {
      close();
      ({ from, to } = piece);
    }
    to = Math.max(to, piece.to);
  }
  close();
  return joined;
}
