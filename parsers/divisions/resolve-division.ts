/**
 * Finds the division of an organ: the place in its name, resolved for the report year (GB/T 2260 with
 * history). Where several units carry the name, a unit above it named elsewhere or a code in the page's
 * metadata decides; where nothing decides, the division is null and the candidates are listed.
 */
import type { Division } from '../report.ts';
import { codePrefix, divisionIndex, isCurrent, shortForm, type Unit, unitsAbove } from './division-index.ts';
import { walkDivision } from './walk-division.ts';

export interface DivisionHints {
  /** The report year; null where unknown (then today's units come first). */
  readonly year: number | null;
  /** Six-digit codes from the page's metadata: hints, not truth (they outlive the units they name). */
  readonly codes?: readonly string[];
  /** Other texts of the document that may name a unit above. */
  readonly texts?: readonly string[];
}

export interface ResolvedDivision {
  readonly division: Division | null;
  /** All units that the name may mean; one where the name is clear. */
  readonly candidates: readonly Division[];
  /** `name`: the name alone told; `short`: by a short form; `code`, `text`: a hint decided between candidates. */
  readonly basis: 'name' | 'short' | 'code' | 'text' | null;
}

/** The branch of a bureau names its district last: 盐城市公安局盐都分局, 市生态环境局沂水县分局. */
const BRANCH = /([一-鿿]{2,12}?)分局$/;

/** Resolves the division that an organ's name tells. */
export function resolveDivision(name: string, hints: DivisionHints): ResolvedDivision {
  const walk = walkDivision(name);
  const named = inYear(walk.units, hints.year);
  const units = named.length === 1 ? [branchUnit(name, walk.end, named[0]!, hints.year) ?? named[0]!] : named;
  const candidates = units.map((unit) => toDivision(unit, hints.year));
  if (candidates.length === 0) return { division: null, candidates, basis: null };
  if (candidates.length === 1)
    return { division: candidates[0]!, candidates, basis: walk.isShort ? 'short' : 'name' };
  const byCode = pick(units, (unit) => codeScore(unit, hints.codes ?? []));
  if (byCode) return { division: toDivision(byCode, hints.year), candidates, basis: 'code' };
  const byText = pick(units, (unit) => textScore(unit, hints));
  if (byText) return { division: toDivision(byText, hints.year), candidates, basis: 'text' };
  return { division: null, candidates, basis: null };
}

/**
 * Those that were there in the report year, else all (a page made later names the unit as it is called
 * today). A unit that only changed its code stays one.
 */
function inYear(units: readonly Unit[], year: number | null): readonly Unit[] {
  const current = units.filter((unit) => isCurrent(unit, year));
  const among = current.length > 0 ? current : units;
  const byPath = new Map<string, Unit>();
  for (const unit of among.filter((one) => !isListedTwice(one, among))) {
    const path = toDivision(unit, year).path.join('/');
    const other = byPath.get(path);
    if (!other || unit.to > other.to || (unit.to === other.to && unit.from > other.from))
      byPath.set(path, unit);
  }
  return [...byPath.values()];
}

/** 辛集市 stands in the lists under its prefecture and directly under its province (xx90xx) for the same years. */
function isListedTwice(unit: Unit, among: readonly Unit[]): boolean {
  const direct = `${unit.code.slice(0, 2)}90`;
  return among.some((one) => one !== unit && one.name === unit.name && one.code.startsWith(direct));
}

function branchUnit(name: string, placeEnd: number, above: Unit, year: number | null): Unit | null {
  if (codePrefix(above.code) === above.code) return null;
  const rest = BRANCH.exec(name.slice(placeEnd))?.[1] ?? '';
  const { full, short } = divisionIndex();
  const prefix = codePrefix(above.code);
  for (let at = 0; at < rest.length - 1; at++) {
    const text = rest.slice(at);
    const inside = [...(full.get(text) ?? []), ...(short.get(text) ?? [])].filter(
      (unit) => unit.code.startsWith(prefix) && unit !== above,
    );
    const units = inYear(inside, year);
    if (units.length === 1) return units[0]!;
  }
  return null;
}

function codeScore(unit: Unit, codes: readonly string[]): number {
  if (codes.includes(unit.code)) return 2;
  return unitsAbove(unit, null).some((above) => codes.includes(above.code)) ? 1 : 0;
}

/** A prefecture named elsewhere says more than a province. */
function textScore(unit: Unit, hints: DivisionHints): number {
  const texts = hints.texts ?? [];
  const isNamed = (above: Unit): boolean => {
    const short = shortForm(above.name);
    return texts.some((text) => text.includes(above.name) || (short !== null && text.includes(short)));
  };
  return unitsAbove(unit, hints.year).reduce(
    (score, above) => score + (isNamed(above) ? (above.code.endsWith('0000') ? 1 : 2) : 0),
    0,
  );
}

/** The one with the highest score above zero. */
function pick(units: readonly Unit[], score: (unit: Unit) => number): Unit | null {
  const scored = units.map((unit) => ({ unit, points: score(unit) })).sort((a, b) => b.points - a.points);
  const [first, second] = scored;
  return first && first.points > 0 && first.points > (second?.points ?? 0) ? first.unit : null;
}

function toDivision(unit: Unit, year: number | null): Division {
  return { code: unit.code, path: [...unitsAbove(unit, year), unit].map(({ name }) => name) };
}
