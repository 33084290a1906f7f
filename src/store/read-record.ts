/** A report's rows back to the record that was written, key for key in the order of the output contract. */
import type { Database } from 'better-sqlite3';
import type { Claim, Extra, Fact, Section } from '../../parsers/report.ts';
import type { Finding } from '../audit/finding.ts';
import type { Diagnostic } from '../document/diagnostic.ts';
import type { ReportRecord } from '../record.ts';
import { columnsToPlace, type PlaceColumns } from './place-columns.ts';

/** The record of the report `id`; undefined where there is none. */
export function readRecord(db: Database, id: number): ReportRecord | undefined {
  const row = db
    .prepare(
      'SELECT r.*, s.sha256, s.bytes FROM reports r JOIN sources s ON s.id = r.source_id WHERE r.id = ?',
    )
    .get(id) as ReportRow | undefined;
  if (!row) return undefined;
  const rows = <T>(table: string): T[] =>
    db.prepare(`SELECT * FROM ${table} WHERE report_id = ? ORDER BY position`).all(id) as T[];
  return {
    ...rowToHead(row),
    sections: rows<Section>('sections').map(({ key, number, heading, text }) => ({
      key,
      number,
      heading,
      text,
    })),
    facts: Object.fromEntries(rows<FactRow>('facts').map((f) => [f.fact_id, rowToFact(f)])),
    extras: rows<ExtraRow>('extras').map(rowToExtra),
    claims: rows<ClaimRow>('claims').map(rowToClaim),
    findings: rowsToFindings(rows<FindingRow>('findings'), rows<FindingFactRow>('finding_facts')),
    diagnostics: rowsToDiagnostics(
      rows<DiagnosticRow>('diagnostics'),
      rows<DiagnosticFactRow>('diagnostic_facts'),
    ),
  };
}

interface ReportRow {
  readonly contract: ReportRecord['contract'];
  readonly path: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly format: ReportRecord['source']['format'];
  readonly readers: string;
  readonly status: ReportRecord['status'];
  readonly title: string | null;
  readonly year: number | null;
  readonly issuer_name: string | null;
  readonly issuer_kind: ReportRecord['report']['issuer']['kind'];
  readonly issuer_level: ReportRecord['report']['issuer']['level'];
  readonly division_code: string | null;
  readonly division_path: string | null;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly published: string | null;
  readonly generation: ReportRecord['report']['generation'];
}

function rowToHead(row: ReportRow): Pick<ReportRecord, 'contract' | 'source' | 'status' | 'report'> {
  const { division_code: code, division_path: path } = row;
  return {
    contract: row.contract,
    source: {
      path: row.path,
      sha256: row.sha256 ?? '',
      bytes: row.bytes,
      format: row.format,
      readers: JSON.parse(row.readers),
    },
    status: row.status,
    report: {
      title: row.title,
      year: row.year,
      issuer: {
        name: row.issuer_name,
        kind: row.issuer_kind,
        level: row.issuer_level,
        division: code === null || path === null ? null : { code, path: JSON.parse(path) },
      },
      period: { from: row.period_from, to: row.period_to },
      published: row.published,
      generation: row.generation,
    },
  };
}

type FactRow = Omit<Fact, 'place'> & PlaceColumns & { readonly fact_id: string };

function rowToFact(row: FactRow): Fact {
  return { value: row.value, state: row.state, raw: row.raw, place: columnsToPlace(row) };
}

type ExtraRow = PlaceColumns & { readonly label: string; readonly numbers: string };

function rowToExtra(row: ExtraRow): Extra {
  return { label: row.label, numbers: JSON.parse(row.numbers), place: columnsToPlace(row) };
}

type ClaimRow = Omit<Claim, 'place'> & PlaceColumns;

function rowToClaim(row: ClaimRow): Claim {
  const { text, measure, value, unit, section } = row;
  return { text, measure, value, unit, section, place: columnsToPlace(row) };
}

type FindingRow = Omit<Finding, 'facts' | 'suspects'> & { readonly position: number };
interface FindingFactRow {
  readonly finding: number;
  readonly role: 'fact' | 'suspect';
  readonly fact_id: string;
}

function rowsToFindings(rows: readonly FindingRow[], named: readonly FindingFactRow[]): Finding[] {
  const ids = collectIds(named, (n) => `${n.role} ${n.finding}`);
  return rows.map(({ position, rule, severity, message, expected, actual, verdict }) => {
    return {
      rule,
      severity,
      message,
      facts: ids.get(`fact ${position}`) ?? [],
      suspects: ids.get(`suspect ${position}`) ?? [],
      expected,
      actual,
      verdict,
    };
  });
}

type DiagnosticRow = Omit<Diagnostic, 'facts' | 'place'> &
  PlaceColumns & { readonly position: number; readonly has_facts: number; readonly has_place: number };
interface DiagnosticFactRow {
  readonly diagnostic: number;
  readonly fact_id: string;
}

function rowsToDiagnostics(
  rows: readonly DiagnosticRow[],
  named: readonly DiagnosticFactRow[],
): Diagnostic[] {
  const ids = collectIds(named, (n) => n.diagnostic);
  return rows.map((row) => {
    const { position, code, severity, message } = row;
    const facts = ids.get(position) ?? [];
    return {
      code,
      severity,
      message,
      ...(row.has_facts === 1 && { facts }),
      ...(row.has_place === 1 && { place: columnsToPlace(row) }),
    };
  });
}

/** Fact ids by key, each list in the order of the rows. */
function collectIds<Row extends { readonly fact_id: string }, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Map<Key, string[]> {
  const ids = new Map<Key, string[]>();
  for (const row of rows) {
    const list = ids.get(keyOf(row)) ?? [];
    ids.set(keyOf(row), list);
    list.push(row.fact_id);
  }
  return ids;
}
