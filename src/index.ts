/** The public interface: a file's bytes to a record, and the database of records. */
export type {
  CellState,
  Claim,
  Division,
  Extra,
  Fact,
  Generation,
  Issuer,
  OrganKind,
  OrganLevel,
  Period,
  Report,
  Section,
  SectionKey,
} from '../parsers/report.ts';
export type { Finding, Verdict } from './audit/finding.ts';
export type { Diagnostic, Severity } from './document/diagnostic.ts';
export type { Box, Place } from './document/document.ts';
export type { Format } from './ingest/reader.ts';
export { parseReport } from './parse-report.ts';
export { CONTRACT, type ReportRecord, type Source, type Status } from './record.ts';
export type { FactDefinition } from './store/fact-definitions.ts';
export type { ListedReport, ListFilter, Summary } from './store/list-reports.ts';
export { openStore, type Store, type StoreOptions } from './store/store.ts';
export { StoreError, type StoreErrorCode } from './store/store-error.ts';
export type { WriteOutcome } from './store/write-record.ts';
