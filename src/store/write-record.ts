/**
 * A record into the tables, in one transaction. The key is content and parser version: what is already there
 * stays as it is, and the path is remembered. A file whose bytes could not be read has no content to go by;
 * its failure is kept under its path until the path can be read.
 */
import type { Database, Statement } from 'better-sqlite3';
import type { Fact } from '../../parsers/report.ts';
import type { ReportRecord } from '../record.ts';
import { PLACE_COLUMNS, placeValues } from './place-columns.ts';
import { readRecord } from './read-record.ts';

export interface WriteOutcome {
  readonly id: number;
  /** False where the same content had been read by the same version. */
  readonly added: boolean;
}

export interface RecordWriter {
  write(record: ReportRecord, parserVersion: string): WriteOutcome;
  /** The content of report `id` lies under `path`, and no other. */
  remember(path: string, id: number): void;
}

/** Prepares the statements once; each call of the writer is one transaction. */
export function recordWriter(db: Database): RecordWriter {
  const insert = insertStatements(db);
  const findReport = db.prepare('SELECT id FROM reports WHERE source_id = ? AND parser_version = ?').pluck();
  const findSource = db.prepare('SELECT id FROM sources WHERE sha256 = ?').pluck();
  const sourceAtPath = db.prepare(
    'SELECT s.id, s.sha256 FROM paths p JOIN sources s ON s.id = p.source_id WHERE p.path = ?',
  );
  const setPath = db.prepare(
    'INSERT INTO paths VALUES (?, ?) ON CONFLICT DO UPDATE SET source_id = excluded.source_id',
  );
  const dropSource = db.prepare('DELETE FROM sources WHERE id = ?');

  const sourceOfReport = db.prepare('SELECT source_id FROM reports WHERE id = ?').pluck();

  const failureAt = (path: string): number | undefined => {
    const there = sourceAtPath.get(path) as { id: number; sha256: string | null } | undefined;
    return there?.sha256 === null ? there.id : undefined;
  };

  const write: RecordWriter['write'] = (record, parserVersion) => {
    const { path, sha256, bytes } = record.source;
    const failedThere = failureAt(path);
    if (sha256 === '' && failedThere !== undefined) {
      const id = findReport.get(failedThere, parserVersion) as number | undefined;
      if (id !== undefined && isSame(readRecord(db, id), record)) return { id, added: false };
    }
    if (failedThere !== undefined) dropSource.run(failedThere);
    const known = sha256 === '' ? undefined : (findSource.get(sha256) as number | undefined);
    const source = known ?? Number(insert.source.run(sha256 || null, bytes).lastInsertRowid);
    setPath.run(path, source);
    const report = findReport.get(source, parserVersion) as number | undefined;
    if (report !== undefined) return { id: report, added: false };
    return { id: insertRecord(insert, source, record, parserVersion), added: true };
  };

  const remember: RecordWriter['remember'] = (path, id) => {
    const source = sourceOfReport.get(id) as number;
    const failedThere = failureAt(path);
    if (failedThere !== undefined && failedThere !== source) dropSource.run(failedThere);
    setPath.run(path, source);
  };

  return { write: db.transaction(write).immediate, remember: db.transaction(remember).immediate };
}

function isSame(stored: ReportRecord | undefined, record: ReportRecord): boolean {
  return JSON.stringify(stored) === JSON.stringify(record);
}

/** Rows in one statement: facts are nine tenths of all rows, and fifty at a call go in half as fast again as one by one. */
const FACTS_PER_INSERT = 50;

type Inserts = Readonly<Record<keyof typeof INSERTS | 'facts', Statement>>;

const INSERTS = {
  source: 'sources (sha256, bytes)',
  report: `reports (source_id, parser_version, contract, path, format, readers, status, title, year, issuer_name,
    issuer_kind, issuer_level, division_code, division_path, period_from, period_to, published, generation)`,
  section: 'sections (report_id, position, key, number, heading, text)',
  fact: `facts (report_id, fact_id, position, value, state, raw, ${PLACE_COLUMNS})`,
  extra: `extras (report_id, position, label, numbers, ${PLACE_COLUMNS})`,
  claim: `claims (report_id, position, text, measure, value, unit, section, ${PLACE_COLUMNS})`,
  finding: 'findings (report_id, position, rule, severity, message, expected, actual, verdict)',
  findingFact: 'finding_facts (report_id, finding, role, position, fact_id)',
  diagnostic: `diagnostics (report_id, position, code, severity, message, has_facts, has_place, ${PLACE_COLUMNS})`,
  diagnosticFact: 'diagnostic_facts (report_id, diagnostic, position, fact_id)',
} as const;

function insertStatements(db: Database): Inserts {
  const prepare = (target: string, rows = 1) => {
    const row = `(${Array(target.split(',').length).fill('?').join(', ')})`;
    return db.prepare(`INSERT INTO ${target} VALUES ${Array(rows).fill(row).join(', ')}`);
  };
  const single = Object.entries(INSERTS).map(([name, target]) => [name, prepare(target)]);
  return { ...Object.fromEntries(single), facts: prepare(INSERTS.fact, FACTS_PER_INSERT) };
}

function insertRecord(insert: Inserts, source: number, record: ReportRecord, parserVersion: string): number {
  const id = Number(
    insert.report.run(source, parserVersion, record.contract, ...reportValues(record)).lastInsertRowid,
  );
  record.sections.forEach((s, at) => {
    insert.section.run(id, at, s.key, s.number, s.heading, s.text);
  });
  insertFacts(insert, id, Object.entries(record.facts));
  record.extras.forEach((e, at) => {
    insert.extra.run(id, at, e.label, JSON.stringify(e.numbers), ...placeValues(e.place));
  });
  record.claims.forEach((c, at) => {
    insert.claim.run(id, at, c.text, c.measure, c.value, c.unit, c.section, ...placeValues(c.place));
  });
  record.findings.forEach((f, at) => {
    insert.finding.run(id, at, f.rule, f.severity, f.message, f.expected, f.actual, f.verdict);
    f.facts.forEach((fact, n) => {
      insert.findingFact.run(id, at, 'fact', n, fact);
    });
    f.suspects.forEach((fact, n) => {
      insert.findingFact.run(id, at, 'suspect', n, fact);
    });
  });
  record.diagnostics.forEach((d, at) => {
    const given = [Number(d.facts !== undefined), Number(d.place !== undefined)];
    insert.diagnostic.run(id, at, d.code, d.severity, d.message, ...given, ...placeValues(d.place));
    d.facts?.forEach((fact, n) => {
      insert.diagnosticFact.run(id, at, n, fact);
    });
  });
  return id;
}

function insertFacts(insert: Inserts, report: number, facts: readonly [string, Fact][]): void {
  const bulk = facts.length - (facts.length % FACTS_PER_INSERT);
  let values: (string | number | null)[] = [];
  for (const [at, [id, fact]] of facts.entries()) {
    values.push(report, id, at, fact.value, fact.state, fact.raw);
    for (const value of placeValues(fact.place)) values.push(value);
    if (at < bulk && (at + 1) % FACTS_PER_INSERT !== 0) continue;
    (at < bulk ? insert.facts : insert.fact).run(values);
    values = [];
  }
}

function reportValues({ source, status, report }: ReportRecord): (string | number | null)[] {
  const { name, kind, level, division } = report.issuer;
  return [
    source.path,
    source.format,
    JSON.stringify(source.readers),
    status,
    report.title,
    report.year,
    name,
    kind,
    level,
    division?.code ?? null,
    division ? JSON.stringify(division.path) : null,
    report.period.from,
    report.period.to,
    report.published,
    report.generation,
  ];
}
