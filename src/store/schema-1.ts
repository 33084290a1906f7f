/**
 * Version 1 of the database: tidy tables, one row a thing, in the words of the output contract. Released SQL
 * is never edited; a change is a new migration. Lists that nobody filters by are JSON arrays in one column.
 * `position` is the order in the record, from 0; grid rows and columns count from 0, pages from 1.
 */

/** Where something stands; all null where the source has no such coordinate. */
const PLACE = `
  block INTEGER, grid_row INTEGER, grid_col INTEGER, char_from INTEGER, char_to INTEGER,
  page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL`;

export const SCHEMA_1 = `
-- One row for each different file content; sha256 is null where the bytes could not be read.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  sha256 TEXT UNIQUE,
  bytes INTEGER NOT NULL
) STRICT;

-- A path holds one content at a time; one content may lie under many paths.
CREATE TABLE paths (
  path TEXT PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX paths_by_source ON paths (source_id);

CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  parser_version TEXT NOT NULL,
  contract INTEGER NOT NULL,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  readers TEXT NOT NULL CHECK (json_valid(readers)),
  status TEXT NOT NULL,
  title TEXT,
  year INTEGER,
  issuer_name TEXT,
  issuer_kind TEXT,
  issuer_level TEXT,
  division_code TEXT,
  division_path TEXT CHECK (json_valid(division_path)),
  period_from TEXT,
  period_to TEXT,
  published TEXT,
  generation TEXT,
  UNIQUE (source_id, parser_version)
) STRICT;
CREATE INDEX reports_by_year ON reports (year);
CREATE INDEX reports_by_generation ON reports (generation);

CREATE TABLE sections (
  report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  number INTEGER,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  fact_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  value REAL,
  state TEXT NOT NULL,
  raw TEXT NOT NULL,${PLACE},
  PRIMARY KEY (report_id, fact_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE extras (
  report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  numbers TEXT NOT NULL CHECK (json_valid(numbers)),${PLACE},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT,
  section TEXT,${PLACE},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  expected REAL,
  actual REAL,
  verdict TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_rule ON findings (rule);

-- role: fact (bound by the rule) or suspect (the cell that the sums point at).
CREATE TABLE finding_facts (
  report_id INTEGER NOT NULL,
  finding INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('fact', 'suspect')),
  position INTEGER NOT NULL,
  fact_id TEXT NOT NULL,
  PRIMARY KEY (report_id, finding, role, position),
  FOREIGN KEY (report_id, finding) REFERENCES findings (report_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_facts_by_fact ON finding_facts (fact_id);

-- has_facts, has_place: the diagnostic names facts or a place at all, be the list or the place empty.
CREATE TABLE diagnostics (
  report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  has_facts INTEGER NOT NULL,
  has_place INTEGER NOT NULL,${PLACE},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX diagnostics_by_code ON diagnostics (code);

CREATE TABLE diagnostic_facts (
  report_id INTEGER NOT NULL,
  diagnostic INTEGER NOT NULL,
  position INTEGER NOT NULL,
  fact_id TEXT NOT NULL,
  PRIMARY KEY (report_id, diagnostic, position),
  FOREIGN KEY (report_id, diagnostic) REFERENCES diagnostics (report_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX diagnostic_facts_by_fact ON diagnostic_facts (fact_id);

-- What each fact id means on the form of a generation; is_group: the line of a group, for which the form has no figures.
CREATE TABLE fact_definitions (
  generation TEXT NOT NULL,
  fact_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  table_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_id TEXT NOT NULL,
  row_zh TEXT NOT NULL,
  row_en TEXT NOT NULL,
  column_zh TEXT NOT NULL,
  column_en TEXT NOT NULL,
  unit TEXT,
  is_group INTEGER NOT NULL,
  PRIMARY KEY (generation, fact_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_dictionary (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  meaning_en TEXT NOT NULL,
  meaning_zh TEXT NOT NULL,
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

-- The latest reading of every content that still lies under some path.
CREATE VIEW current_reports AS
SELECT r.* FROM reports r
WHERE r.id = (SELECT max(id) FROM reports WHERE source_id = r.source_id)
  AND EXISTS (SELECT 1 FROM paths WHERE source_id = r.source_id);
`;
