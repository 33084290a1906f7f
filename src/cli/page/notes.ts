/** Findings and diagnostics of a record as numbered notes, and for each fact the notes that name it. */
import type { Severity } from '../../document/diagnostic.ts';
import type { Place } from '../../document/document.ts';
import type { ReportRecord } from '../../record.ts';

export interface Note {
  readonly number: number;
  readonly severity: Severity;
  /** The rule of a finding, the code of a diagnostic. */
  readonly code: string;
  readonly message: string;
  readonly facts: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly verdict: ReportRecord['findings'][number]['verdict'] | null;
  readonly place: Place | null;
}

/** How a cell is marked: the numbers of its notes, and whether it is itself in doubt rather than only concerned. */
export interface Mark {
  readonly numbers: readonly number[];
  readonly isDoubtful: boolean;
  readonly severity: Severity;
}

/** Findings first, in the order of the record. */
export function collectNotes(record: ReportRecord): Note[] {
  const findings = record.findings.map(({ rule, facts, suspects, ...finding }) => ({
    ...finding,
    code: rule,
    facts: [...new Set([...suspects, ...facts])],
    place: null,
  }));
  const diagnostics = record.diagnostics.map(({ facts = [], place = null, ...diagnostic }) => ({
    ...diagnostic,
    facts,
    place,
    expected: null,
    actual: null,
    verdict: null,
  }));
  return [...findings, ...diagnostics].map((note, at) => ({ ...note, number: at + 1 }));
}

/** A finding with suspects throws doubt on these alone; without, on all the facts that it binds. */
export function markFacts(record: ReportRecord, notes: readonly Note[]): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  notes.forEach((note, at) => {
    const suspects = record.findings[at]?.suspects ?? [];
    for (const id of note.facts) {
      const before = marks.get(id);
      const isSuspect = suspects.length === 0 || suspects.includes(id);
      marks.set(id, {
        numbers: [...(before?.numbers ?? []), note.number],
        isDoubtful: before?.isDoubtful === true || (isSuspect && note.severity !== 'info'),
        severity: graver(before?.severity, note.severity),
      });
    }
  });
  return marks;
}

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function graver(a: Severity | undefined, b: Severity): Severity {
  return a !== undefined && GRAVITY[a] > GRAVITY[b] ? a : b;
}

/** `¹²`, `¹,³` */
export function superscript(numbers: readonly number[]): string {
  return numbers
    .map((number) => [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''))
    .join(',');
}
