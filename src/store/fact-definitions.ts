/**
 * The meaning of the fact ids, given by the caller as plain rows, kept beside the figures so that a database
 * explains itself; and from them one wide view a generation: a row a report, a column a fact. No form is known here.
 */
import type { Database } from 'better-sqlite3';

/** One figure of the form of one generation. */
export interface FactDefinition {
  /** `<table>.<row>.<column>`. */
  readonly id: string;
  readonly generation: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly rowZh: string;
  readonly rowEn: string;
  readonly columnZh: string;
  readonly columnEn: string;
  /** 件 项 万元; null where the form prints none. */
  readonly unit: string | null;
  /** On the line of a group, where the form has no figures but issuers print subtotals; not in the wide view. */
  readonly isGroup: boolean;
}

/** SQLite's default for the columns of a result (https://www.sqlite.org/limits.html), less the report's own. */
const MAX_FACT_COLUMNS = 1_900;

/** Keys in the order of FactDefinition, so that stored and given rows compare as text. */
const SELECT = `SELECT fact_id AS id, generation, table_id AS "table", row_id AS row, column_id AS "column",
  row_zh AS rowZh, row_en AS rowEn, column_zh AS columnZh, column_en AS columnEn, unit, is_group AS isGroup
  FROM fact_definitions ORDER BY position`;

const INSERT = `INSERT INTO fact_definitions VALUES (@generation, @id, @position, @table, @row, @column,
  @rowZh, @rowEn, @columnZh, @columnEn, @unit, @isGroup)`;

/** Stores the definitions and renews the wide views; nothing is written where they already stand so. */
export function defineFacts(db: Database, definitions: readonly FactDefinition[]): void {
  const rows = definitions.map(toRow);
  if (JSON.stringify(db.prepare(SELECT).all()) === JSON.stringify(rows)) return;
  db.transaction(() => {
    db.exec('DELETE FROM fact_definitions');
    const insert = db.prepare(INSERT);
    rows.forEach((row, position) => {
      insert.run({ ...row, position });
    });
    dropWideViews(db);
    for (const [generation, ids] of leavesByGeneration(definitions)) db.exec(wideView(generation, ids));
  }).immediate();
}

function toRow(d: FactDefinition): Record<string, string | number | null> {
  const { id, generation, table, row, column, rowZh, rowEn, columnZh, columnEn, unit, isGroup } = d;
  return {
    id,
    generation,
    table,
    row,
    column,
    rowZh,
    rowEn,
    columnZh,
    columnEn,
    unit,
    isGroup: Number(isGroup),
  };
}

function leavesByGeneration(definitions: readonly FactDefinition[]): Map<string, string[]> {
  const leaves = new Map<string, string[]>();
  for (const { generation, id, isGroup } of definitions) {
    if (isGroup) continue;
    const ids = leaves.get(generation) ?? [];
    leaves.set(generation, ids);
    ids.push(id);
  }
  return leaves;
}

function dropWideViews(db: Database): void {
  const views = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'view' AND name GLOB 'report_wide_*'`)
    .pluck()
    .all() as string[];
  for (const name of views) db.exec(`DROP VIEW ${quoteName(name)}`);
}

/**
 * A subquery a column, not an aggregate over a join: SQLite computes only the columns asked for, so a query for
 * three facts of 3,000 reports takes 9 ms instead of 3.4 s, and there is no limit on joins to run into.
 */
function wideView(generation: string, ids: readonly string[]): string {
  if (ids.length > MAX_FACT_COLUMNS)
    throw new RangeError(`${generation}: ${ids.length} facts do not fit into one view`);
  const columns = ids.map(
    (id) =>
      `(SELECT value FROM facts WHERE report_id = r.id AND fact_id = ${quoteText(id)}) AS ${quoteName(id)}`,
  );
  return `CREATE VIEW ${quoteName(`report_wide_${generation}`)} AS
    SELECT r.id AS report_id, r.year, r.issuer_name, r.issuer_kind, r.issuer_level, r.division_code, r.status, r.path,
    ${columns.join(',\n')}
    FROM current_reports r WHERE r.generation = ${quoteText(generation)}`;
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
