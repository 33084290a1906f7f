/**
 * Bytes → record: tell the format, read, parse, check, and read again by a second reader where in doubt.
 * A fault of the file gives a record with status `failed` and a diagnostic that says why; only a defect of
 * the program throws.
 */
import { createHash } from 'node:crypto';
import { factsOf } from '../parsers/forms/form.ts';
import { formOf } from '../parsers/forms/forms.ts';
import { readReport } from '../parsers/read-report.ts';
import type { ReadReport } from '../parsers/report.ts';
import { auditReport } from './audit/audit-report.ts';
import { type AuditedReading, isInDoubt, weighReadings } from './audit/weigh-readings.ts';
import type { Diagnostic } from './document/diagnostic.ts';
import type { Reader } from './ingest/reader.ts';
import { readersOf } from './ingest/readers.ts';
import { sniff } from './ingest/sniff.ts';
import { CONTRACT, emptyRecord, type ReportRecord, type Source, type Status } from './record.ts';

export interface ParseOptions {
  /** Stands in the record as named by the caller; the file system is not asked. */
  readonly path: string;
  /** When the second reader is asked: `auto` where sums fail, facts are missing or labels were weak. */
  readonly verify?: 'auto' | 'always' | 'never';
}

/** The record of one file. Reads nothing but the bytes. */
export async function parseReport(
  bytes: Uint8Array,
  { path, verify = 'auto' }: ParseOptions,
): Promise<ReportRecord> {
  const { format, detail } = sniff(bytes);
  const source = {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format,
  };
  const [reader, witness] = readersOf(format);
  if (!reader) return emptyRecord({ ...source, readers: [] }, [unsupported(detail)]);

  const first = await interpret(reader, bytes);
  if ('failure' in first) return emptyRecord({ ...source, readers: [reader.name] }, first.failure);
  if (!witness || verify === 'never' || (verify === 'auto' && !isInDoubt(first))) {
    return toRecord({ ...source, readers: [reader.name] }, first);
  }
  const second = await interpret(witness, bytes);
  if ('failure' in second) return toRecord({ ...source, readers: [reader.name] }, first);
  const { reading, isSecond } = weighReadings(first, second);
  const readers = isSecond ? [witness.name, reader.name] : [reader.name, witness.name];
  return toRecord({ ...source, readers }, reading);
}

async function interpret(
  reader: Reader,
  bytes: Uint8Array,
): Promise<AuditedReading | { failure: readonly Diagnostic[] }> {
  const document = await reader.read(bytes);
  if (document.blocks.length === 0) return { failure: document.diagnostics };
  const read = readReport(document);
  if (!read) return { failure: [...document.diagnostics, NO_REPORT] };
  const all: ReadReport = { ...read, diagnostics: [...document.diagnostics, ...read.diagnostics] };
  return { read: all, findings: auditReport(all) };
}

function toRecord(source: Source, { read, findings }: AuditedReading): ReportRecord {
  const { report, sections, facts, extras, claims, diagnostics } = read;
  return {
    contract: CONTRACT,
    source,
    status: statusOf(read),
    report,
    sections,
    facts,
    extras,
    claims,
    findings,
    diagnostics,
  };
}

/** ok: every fact of the form has been read, be it a figure, a blank or a mark for none. */
function statusOf({ report, facts }: ReadReport): Status {
  const form = formOf(report.generation);
  const isRead = (id: string) =>
    facts[id] !== undefined && facts[id].state !== 'unreadable' && facts[id].state !== 'text';
  return form && factsOf(form).every(({ id }) => isRead(id)) ? 'ok' : 'partial';
}

function unsupported(detail: string): Diagnostic {
  return {
    code: 'format.unsupported',
    severity: 'error',
    message: `The file is ${detail}; it can't be read`,
  };
}

const NO_REPORT: Diagnostic = {
  code: 'report.not-found',
  severity: 'error',
  message:
    'The document is no annual report on the disclosure of government information: it has neither the tables of a form nor title and sections of a report',
};
