/**
 * A database as version 1 of the layout wrote it, with one report, made without the program's own schema: what
 * stands here is frozen, so that every later version is tested against files that users have.
 */
import Database from 'better-sqlite3';

const PLACE = `block INTEGER, grid_row INTEGER, grid_col INTEGER, char_from INTEGER, char_to INTEGER,
  page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL`;
const OWNED = 'report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL';

const TABLES = `
CREATE TABLE sources (id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE paths (path TEXT PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE) STRICT, WITHOUT ROWID;
CREATE TABLE reports (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  parser_version TEXT NOT NULL, contract INTEGER NOT NULL, path TEXT NOT NULL, format TEXT NOT NULL,
  readers TEXT NOT NULL, status TEXT NOT NULL, title TEXT, year INTEGER, issuer_name TEXT, issuer_kind TEXT,
  issuer_level TEXT, division_code TEXT, division_path TEXT, period_from TEXT, period_to TEXT, published TEXT,
  generation TEXT, UNIQUE (source_id, parser_version)) STRICT;
CREATE TABLE sections (${OWNED}, key TEXT NOT NULL, number INTEGER, heading TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE facts (report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, fact_id TEXT NOT NULL,
  position INTEGER NOT NULL, value REAL, state TEXT NOT NULL, raw TEXT NOT NULL, ${PLACE},
  PRIMARY KEY (report_id, fact_id)) STRICT, WITHOUT ROWID;
CREATE TABLE extras (${OWNED}, label TEXT NOT NULL, numbers TEXT NOT NULL, ${PLACE},
  PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE claims (${OWNED}, text TEXT NOT NULL, measure TEXT NOT NULL, value REAL NOT NULL, unit TEXT,
  section TEXT, ${PLACE}, PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE findings (${OWNED}, rule TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, expected REAL,
  actual REAL, verdict TEXT NOT NULL, PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE finding_facts (report_id INTEGER NOT NULL, finding INTEGER NOT NULL, role TEXT NOT NULL,
  position INTEGER NOT NULL, fact_id TEXT NOT NULL, PRIMARY KEY (report_id, finding, role, position),
  FOREIGN KEY (report_id, finding) REFERENCES findings (report_id, position) ON DELETE CASCADE) STRICT, WITHOUT ROWID;
CREATE TABLE diagnostics (${OWNED}, code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL,
  has_facts INTEGER NOT NULL, has_place INTEGER NOT NULL, ${PLACE}, PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE diagnostic_facts (report_id INTEGER NOT NULL, diagnostic INTEGER NOT NULL, position INTEGER NOT NULL,
  fact_id TEXT NOT NULL, PRIMARY KEY (report_id, diagnostic, position),
  FOREIGN KEY (report_id, diagnostic) REFERENCES diagnostics (report_id, position) ON DELETE CASCADE) STRICT, WITHOUT ROWID;
CREATE TABLE fact_definitions (generation TEXT NOT NULL, fact_id TEXT NOT NULL, position INTEGER NOT NULL,
  table_id TEXT NOT NULL, row_id TEXT NOT NULL, column_id TEXT NOT NULL, row_zh TEXT NOT NULL, row_en TEXT NOT NULL,
  column_zh TEXT NOT NULL, column_en TEXT NOT NULL, unit TEXT, is_group INTEGER NOT NULL,
  PRIMARY KEY (generation, fact_id)) STRICT, WITHOUT ROWID;
CREATE TABLE data_dictionary (table_name TEXT NOT NULL, column_name TEXT NOT NULL, meaning_en TEXT NOT NULL,
  meaning_zh TEXT NOT NULL, PRIMARY KEY (table_name, column_name)) STRICT, WITHOUT ROWID;
CREATE VIEW current_reports AS SELECT r.* FROM reports r
  WHERE r.id = (SELECT max(id) FROM reports WHERE source_id = r.source_id)
    AND EXISTS (SELECT 1 FROM paths WHERE source_id = r.source_id);
`;

const ROWS = `
INSERT INTO sources VALUES (1, '${'ab'.repeat(32)}', 4821);
INSERT INTO paths VALUES ('in/old.doc', 1);
INSERT INTO reports VALUES (1, 1, '0.1.0', 1, 'in/old.doc', 'doc', '["ole"]', 'ok', '某局2020年年度报告', 2020, '某局',
  'dept_local', 'county', '640303', '["宁夏回族自治区","吴忠市","红寺堡区"]', NULL, NULL, NULL, 'g2019');
INSERT INTO facts VALUES (1, 'applications.granted.total', 0, 7, 'number', '７', 12, 6, 9, NULL, NULL, 2, 1.5, 2, 3, 4);
INSERT INTO findings VALUES (1, 0, 'applications.balance', 'error', 'does not balance', 8, 7, 'undecided');
INSERT INTO finding_facts VALUES (1, 0, 'fact', 0, 'applications.granted.total');
INSERT INTO diagnostics VALUES (1, 0, 'number.unreadable', 'error', 'no number', 1, 1,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
`;

export function writeVersion1(path: string): void {
  const db = new Database(path);
  db.exec(TABLES);
  db.exec(ROWS);
  db.pragma('application_id = 1852399982');
  db.pragma('user_version = 1');
  db.close();
}
