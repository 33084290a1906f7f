/**
 * Who, when and what: a report's title, issuer, year, period and publication date, from a document of any
 * format. In: blocks and metadata. Out: plain data with a diagnostic for all that was inferred, repaired or
 * contradicts. It does not judge whether the document is a report, and reads no table.
 */
import type { Diagnostic } from '../../src/document/diagnostic.ts';
import type { Document, Metadata } from '../../src/document/document.ts';
import { resolveDivision } from '../divisions/resolve-division.ts';
import type { Issuer, Period } from '../report.ts';
import { classifyOrgan } from './classify-organ.ts';
import { toYear, YEAR } from './dates.ts';
import { findIssuer } from './find-issuer.ts';
import { findPeriod } from './find-period.ts';
import { findPublished } from './find-published.ts';
import { type FoundTitle, findTitle } from './find-title.ts';
import { documentLines, fold, type Line, type Lines } from './lines.ts';

export interface Identity {
  readonly title: string | null;
  /** The year that the report is about. */
  readonly year: number | null;
  readonly issuer: Issuer;
  readonly period: Period;
  /** ISO date; null where the document does not state it. */
  readonly published: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lines and characters of the opening in which other places may be named. */
const HINT_LINES = 12;
const HINT_CHARACTERS = 600;

/** Reads a report's identity off a document. */
export function readIdentity(document: Document): Identity {
  const lines = documentLines(document);
  const title = findTitle(lines.head, document.metadata);
  const { period, diagnostics: periodDiagnostics } = findPeriod(lines.head);
  const { year, diagnostics: yearDiagnostics } = findYear(title, period, lines.head);
  const { name, diagnostics: issuerDiagnostics } = findIssuer(title, lines, document.metadata);
  const { issuer, diagnostics: divisionDiagnostics } = describeIssuer(name, year, lines, document.metadata);
  return {
    title: title?.title ?? null,
    year,
    issuer,
    period,
    published: findPublished(lines, document.metadata, title?.block ?? null),
    diagnostics: [
      ...(title ? title.diagnostics : [missing('title', 'No title of a report was found')]),
      ...yearDiagnostics,
      ...(name ? issuerDiagnostics : [missing('issuer', 'The document names no issuer')]),
      ...divisionDiagnostics,
      ...periodDiagnostics,
    ],
  };
}

const PREAMBLE_YEAR = new RegExp(
  `(?:公布|公开|发布|编制|报告|将|为|(${YEAR})年度?政府信息公开|^)[^。\\n]{0,40}?(${YEAR})年?度?的?(?:政府|政务)?信息公开`,
);
const TABLE_YEAR = new RegExp(`^\\(?(${YEAR})年度?\\)?$`);

/** From the title, else the period, else the first sentence, else the line above the statistics; never from a publication date or a document's number. */
function findYear(
  title: FoundTitle | null,
  period: Period,
  head: readonly Line[],
): { year: number | null; diagnostics: Diagnostic[] } {
  const stated = yearsOf(period);
  const titled = title?.year ?? null;
  if (titled !== null) {
    const other = stated.find((year) => year !== titled);
    return { year: titled, diagnostics: other === undefined ? [] : [yearConflict(titled, other)] };
  }
  if (stated.length === 1) return { year: stated[0]!, diagnostics: [] };
  const told = preambleYear(head);
  if (told !== null) return { year: told, diagnostics: [] };
  return { year: null, diagnostics: [missing('year', 'Neither title nor period nor preamble names a year')] };
}

/** One where both ends agree; where they differ (2010-01-01 to 2011-12-31) either may be the wrong one. */
function yearsOf({ from, to }: Period): number[] {
  return [...new Set([from, to].flatMap((date) => (date ? [Number(date.slice(0, 4))] : [])))];
}

function preambleYear(head: readonly Line[]): number | null {
  const sentence = PREAMBLE_YEAR.exec(
    head
      .map((line) => line.key)
      .join('\n')
      .slice(0, 3000),
  );
  const alone = head.map((line) => TABLE_YEAR.exec(line.key)?.[1]).find((year) => year !== undefined);
  const year = sentence?.[1] ?? sentence?.[2] ?? alone;
  return year ? toYear(year) : null;
}

function describeIssuer(
  name: string | null,
  year: number | null,
  lines: Lines,
  metadata: readonly Metadata[],
): { issuer: Issuer; diagnostics: Diagnostic[] } {
  if (name === null) return { issuer: { name, kind: null, level: null, division: null }, diagnostics: [] };
  const key = fold(name);
  const byName = resolveDivision(key, { year });
  const { division, candidates, basis } =
    byName.candidates.length < 2
      ? byName
      : resolveDivision(key, { year, codes: codeHints(metadata), texts: textHints(lines, metadata) });
  const diagnostics: Diagnostic[] = [];
  if (candidates.length > 1 && division === null)
    diagnostics.push({
      code: 'division.ambiguous',
      severity: 'info',
      message: `${name} may be of ${candidates.map(({ code, path }) => `${code} ${path.join('')}`).join(', ')}`,
    });
  else if (division !== null && basis !== 'name')
    diagnostics.push({
      code: 'division.inferred',
      severity: 'info',
      message: `${division.code} ${division.path.join('')}: ${BASIS[basis ?? 'short']}`,
    });
  return { issuer: { name, ...classifyOrgan(key, division), division }, diagnostics };
}

const BASIS = {
  short: 'the name gives the place in its short form',
  code: 'the name is that of several places; a code in the metadata decides',
  text: 'the name is that of several places; a unit above it, named elsewhere in the document, decides',
} as const;

/** 网站标识码 (10 digits) and a credit code in 索引号 (18 characters, digits 3–8) begin with a division's code. */
function codeHints(metadata: readonly Metadata[]): string[] {
  return metadata.flatMap(({ name, value }) => {
    if (name.toLowerCase() === 'meta:siteidcode') return /^\d{6}/.exec(value.trim()) ?? [];
    if (fold(name).replace(/\s+/g, '') === '索引号')
      return /^[0-9A-HJ-NP-RTUWXY]{2}(\d{6})[0-9A-HJ-NP-RTUWXY]{10}/.exec(value.trim())?.slice(1) ?? [];
    return [];
  });
}

function textHints(lines: Lines, metadata: readonly Metadata[]): string[] {
  return [
    ...metadata.map(({ value }) => fold(value.slice(0, HINT_CHARACTERS))),
    ...lines.head.slice(0, HINT_LINES).map((line) => line.key.slice(0, HINT_CHARACTERS)),
    ...lines.tail.slice(-3).map((line) => line.key.slice(0, HINT_CHARACTERS)),
  ];
}

function yearConflict(titled: number, stated: number): Diagnostic {
  return {
    code: 'year.conflict',
    severity: 'warning',
    message: `The title names ${titled}, the period ${stated}; the title's year is taken`,
  };
}

function missing(what: 'title' | 'year' | 'issuer', message: string): Diagnostic {
  return { code: `${what}.missing`, severity: 'warning', message };
}
