/**
 * The report as data: what the parsers make of a document. Shapes follow the output contract
 * (`docs/record.md`), so that a record is this plus its source, findings and status.
 */
import type { Diagnostic } from '../src/document/diagnostic.ts';
import type { Place } from '../src/document/document.ts';

export type Generation = 'g2008' | 'g2014' | 'g2019' | 'g2021';

/** A number; an empty cell; a mark for "none" (/ - — 无 不适用); other text; characters that cannot be read. */
export type CellState = 'number' | 'blank' | 'dash' | 'text' | 'unreadable';

export interface Fact {
  /** Null unless the state is `number`. */
  readonly value: number | null;
  readonly state: CellState;
  /** The cell's text, untouched. */
  readonly raw: string;
  readonly place: Place;
}

export type SectionKey = 'overview' | 'proactive' | 'applications' | 'remedies' | 'problems' | 'other';

export interface Section {
  readonly key: SectionKey;
  readonly number: number | null;
  readonly heading: string;
  /** The section's paragraphs, joined by `\n`, without its tables. */
  readonly text: string;
}

export interface Division {
  /** GB/T 2260, six digits. */
  readonly code: string;
  /** Names from the province down. */
  readonly path: readonly string[];
}

export type OrganKind =
  | 'state_council_dept'
  | 'gov_province'
  | 'gov_prefecture'
  | 'gov_county'
  | 'gov_township'
  | 'subdistrict'
  | 'zone_committee'
  | 'dept_local'
  | 'gov_office'
  | 'vertical'
  | 'authorized_org';

export type OrganLevel = 'central' | 'province' | 'prefecture' | 'county' | 'township';

export interface Issuer {
  readonly name: string | null;
  readonly kind: OrganKind | null;
  readonly level: OrganLevel | null;
  /** Null where it cannot be told. */
  readonly division: Division | null;
}

export interface Period {
  /** ISO dates as stated. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A row or a table cell that no form knows, kept as read. */
export interface Extra {
  readonly label: string;
  readonly numbers: readonly (number | null)[];
  readonly place: Place;
}

/** A row label of a table that differs from the official wording. */
export interface AlteredLabel {
  readonly table: string;
  readonly row: string;
  readonly printed: string;
  readonly official: string;
  readonly place: Place;
}

/** A figure stated in the narrative. */
export interface Claim {
  readonly text: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string | null;
  readonly section: SectionKey | null;
  readonly place: Place;
}

export interface Report {
  readonly title: string | null;
  readonly year: number | null;
  readonly issuer: Issuer;
  readonly period: Period;
  readonly published: string | null;
  readonly generation: Generation | null;
}

/** Everything that the parsers read off one document. */
export interface ReadReport {
  readonly report: Report;
  readonly sections: readonly Section[];
  readonly facts: Readonly<Record<string, Fact>>;
  readonly extras: readonly Extra[];
  readonly claims: readonly Claim[];
  readonly alteredLabels: readonly AlteredLabel[];
  readonly diagnostics: readonly Diagnostic[];
}
