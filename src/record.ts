/** The record: one file's outcome, as the output contract (`docs/record.md`) fixes it. Keys are written in this order. */
import type { Claim, Extra, Fact, Report, Section } from '../parsers/report.ts';
import type { Finding } from './audit/finding.ts';
import type { Diagnostic } from './document/diagnostic.ts';
import type { Format } from './ingest/reader.ts';

export const CONTRACT = 1;

/** ok: all facts of the form read; partial: some missing or unreadable; failed: no report found. */
export type Status = 'ok' | 'partial' | 'failed';

export interface Source {
  /** As named on the command line. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: Format;
  /** The reader that the values come from, then those that checked it. */
  readonly readers: readonly string[];
}

export interface ReportRecord {
  readonly contract: typeof CONTRACT;
  readonly source: Source;
  readonly status: Status;
  readonly report: Report;
  readonly sections: readonly Section[];
  readonly facts: Readonly<Record<string, Fact>>;
  readonly extras: readonly Extra[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The record of a file that holds no report, or none that could be read. */
export function emptyRecord(source: Source, diagnostics: readonly Diagnostic[]): ReportRecord {
  return {
    contract: CONTRACT,
    source,
    status: 'failed',
    report: {
      title: null,
      year: null,
      issuer: { name: null, kind: null, level: null, division: null },
      period: { from: null, to: null },
      published: null,
      generation: null,
    },
    sections: [],
    facts: {},
    extras: [],
    claims: [],
    findings: [],
    diagnostics,
  };
}
