/** What the database holds, as rows for a person: the current reports by a filter, one by id or path, and the counts. */
import type { Database } from 'better-sqlite3';
import type { Severity } from '../document/diagnostic.ts';
import type { ReportRecord, Status } from '../record.ts';

export interface ListFilter {
  readonly year?: number;
  /** Part of the issuer's name. */
  readonly issuer?: string;
  readonly status?: Status;
  readonly format?: string;
}

export interface ListedReport {
  readonly id: number;
  readonly status: Status;
  readonly year: number | null;
  readonly generation: string | null;
  readonly issuer: string | null;
  readonly division: string | null;
  readonly format: string;
  readonly facts: number;
  /** Findings of severity error. */
  readonly errors: number;
  readonly warnings: number;
  /** Every path under which the content lies, sorted bytewise. */
  readonly paths: readonly string[];
}

/** The current reports that pass the filter, by id. */
export function listReports(db: Database, filter: ListFilter = {}): ListedReport[] {
  const conditions = [
    filter.year !== undefined && 'year = @year',
    filter.issuer !== undefined && 'instr(issuer_name, @issuer) > 0',
    filter.status !== undefined && 'status = @status',
    filter.format !== undefined && 'format = @format',
  ].filter((condition) => condition !== false);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const rows = db.prepare(`${LIST} ${where} ORDER BY id`).all({ ...filter }) as ListedRow[];
  return rows.map((row) => ({ ...row, paths: JSON.parse(row.paths) }));
}

type ListedRow = Omit<ListedReport, 'paths'> & { readonly paths: string };

const LIST = `
  SELECT id, status, year, generation, issuer_name AS issuer, division_code AS division, format,
    (SELECT count(*) FROM facts WHERE report_id = r.id) AS facts,
    (SELECT count(*) FROM findings WHERE report_id = r.id AND severity = 'error') AS errors,
    (SELECT count(*) FROM findings WHERE report_id = r.id AND severity = 'warning') AS warnings,
    (SELECT json_group_array(path) FROM
      (SELECT path FROM paths WHERE source_id = r.source_id ORDER BY path)) AS paths
  FROM current_reports r`;

/** The report with this number, else the current one of the content that lies under this path. */
export function findByIdOrPath(db: Database, idOrPath: string): number | undefined {
  const byPath = db
    .prepare('SELECT max(r.id) FROM paths p JOIN reports r ON r.source_id = p.source_id WHERE p.path = ?')
    .pluck();
  const byId = db.prepare('SELECT id FROM reports WHERE id = ?').pluck();
  const id = /^[0-9]{1,15}$/.test(idOrPath) ? byId.get(Number(idOrPath)) : undefined;
  return (id ?? byPath.get(idOrPath) ?? undefined) as number | undefined;
}

export interface KnownReport {
  readonly id: number;
  readonly status: Status;
  readonly hasErrors: boolean;
}

/** What this version already made of this content. */
export function findBySha256(db: Database, sha256: string, parserVersion: string): KnownReport | undefined {
  const row = db
    .prepare(
      `SELECT r.id, r.status, EXISTS (SELECT 1 FROM findings WHERE report_id = r.id AND severity = 'error') AS errors
       FROM sources s JOIN reports r ON r.source_id = s.id WHERE s.sha256 = ? AND r.parser_version = ?`,
    )
    .get(sha256, parserVersion) as { id: number; status: Status; errors: number } | undefined;
  return row && { id: row.id, status: row.status, hasErrors: row.errors === 1 };
}

export interface Summary {
  readonly reports: number;
  readonly byStatus: readonly Count<Status>[];
  readonly byFormatAndYear: readonly { format: string; year: number | null; count: number }[];
  /** Facts of the state `number`, and all facts. */
  readonly figures: number;
  readonly facts: number;
  readonly findingsByRule: readonly { rule: string; severity: Severity; count: number }[];
  readonly failures: readonly Failure[];
}

interface Count<T> {
  readonly name: T;
  readonly count: number;
}

interface Failure {
  readonly id: number;
  readonly path: string;
  /** The first error diagnostic. */
  readonly code: string | null;
  readonly message: string | null;
}

/** Counts over the current reports. */
export function summarize(db: Database): Summary {
  const all = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  const byStatus = all<Count<ReportRecord['status']>>(
    'SELECT status AS name, count(*) AS count FROM current_reports GROUP BY 1 ORDER BY 1',
  );
  const [facts] = all<{ figures: number; facts: number }>(
    `SELECT count(*) FILTER (WHERE f.state = 'number') AS figures, count(*) AS facts
     FROM current_reports r JOIN facts f ON f.report_id = r.id`,
  );
  return {
    reports: byStatus.reduce((sum, { count }) => sum + count, 0),
    byStatus,
    byFormatAndYear: all(
      'SELECT format, year, count(*) AS count FROM current_reports GROUP BY 1, 2 ORDER BY 1, 2',
    ),
    figures: facts?.figures ?? 0,
    facts: facts?.facts ?? 0,
    findingsByRule: all(
      `SELECT f.rule, f.severity, count(*) AS count FROM current_reports r JOIN findings f ON f.report_id = r.id
       GROUP BY 1, 2 ORDER BY 1, 2`,
    ),
    failures: all(
      `SELECT r.id, r.path, d.code, d.message FROM current_reports r LEFT JOIN diagnostics d
         ON d.report_id = r.id AND d.position =
           (SELECT min(position) FROM diagnostics WHERE report_id = r.id AND severity = 'error')
       WHERE r.status = 'failed' ORDER BY r.id`,
    ),
  };
}
