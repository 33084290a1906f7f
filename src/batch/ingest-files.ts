/**
 * Many files into the store: read, parse, write, one transaction a file, in the order of the input whatever
 * finishes first. What this version has already read is skipped by its content. A file that cannot be read
 * becomes a failed record; a defect of the program is reported by its file, and the batch goes on.
 */
import PQueue from 'p-queue';
import type { ReportRecord, Status } from '../record.ts';
import type { Store } from '../store/store.ts';
import type { Discovered } from './discover-files.ts';
import { failedRecord } from './failed-record.ts';
import type { FileSystem } from './file-system.ts';
import { readBytes } from './read-bytes.ts';

/** Files in hand at once: one is parsed while the next is read. More would only hold memory on one thread. */
const CONCURRENCY = 2;

/** Files in hand or waiting for their turn to be written, for each one in hand; bounds the memory. */
const WINDOW_PER_FILE = 4;

export type Parse = (bytes: Uint8Array, options: { readonly path: string }) => Promise<ReportRecord>;

export interface IngestOptions {
  readonly files: AsyncIterable<Discovered> | Iterable<Discovered>;
  readonly store: Store;
  readonly parse: Parse;
  readonly parserVersion: string;
  readonly onProgress?: (event: IngestEvent) => void;
  readonly concurrency?: number;
  readonly maxFileBytes?: number;
  /** When aborted, nothing more is handed out; what is in hand is written. */
  readonly signal?: AbortSignal;
  readonly fileSystem?: FileSystem;
}

/** One event a file, in the order of the input. */
export type IngestEvent =
  | { readonly kind: 'written'; readonly path: string; readonly id: number; readonly record: ReportRecord }
  | Unchanged
  | { readonly kind: 'loop'; readonly path: string }
  | { readonly kind: 'defect'; readonly path: string; readonly error: unknown };

/** The same content, read before by this version. */
interface Unchanged {
  readonly kind: 'unchanged';
  readonly path: string;
  readonly id: number;
  readonly status: Status;
  readonly hasErrors: boolean;
}

export interface IngestTotals {
  readonly files: number;
  readonly written: number;
  readonly unchanged: number;
  /** Over written and unchanged files alike. */
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly withErrors: number;
  readonly defects: number;
  readonly interrupted: boolean;
}

/** @throws StoreError where the database fails: then nothing more can be kept, and the batch ends. */
export async function ingestFiles(options: IngestOptions): Promise<IngestTotals> {
  const { concurrency = CONCURRENCY, signal, onProgress } = options;
  const totals = new Totals();
  const queue = new PQueue({ concurrency });
  const inHand: Promise<Work>[] = [];
  const writeNext = async () => {
    const event = commit(await (inHand.shift() as Promise<Work>), options);
    totals.add(event);
    onProgress?.(event);
  };
  try {
    for await (const found of options.files) {
      if (signal?.aborted) break;
      const next = queue.add(() => work(found, options));
      // Its turn comes later; until then a failing store must not count as a rejection that nobody handles.
      next.catch(() => undefined);
      inHand.push(next);
      if (inHand.length >= concurrency * WINDOW_PER_FILE) await writeNext();
    }
    while (inHand.length > 0) await writeNext();
  } finally {
    await Promise.allSettled(inHand);
  }
  return totals.result(signal?.aborted === true);
}

type Work =
  | { readonly kind: 'record'; readonly path: string; readonly record: ReportRecord }
  | Exclude<IngestEvent, { readonly kind: 'written' }>;

/** Rejects only with the store's own errors: a defect is a value here, so that it names its file. */
async function work(found: Discovered, options: IngestOptions): Promise<Work> {
  const { path } = found;
  if (found.kind === 'loop') return found;
  if (found.kind === 'problem') return { kind: 'record', path, record: failedRecord(path, found.fault) };
  const read = await readBytes(path, options);
  if (read.kind === 'record') return { ...read, path };
  const known = options.store.lookup(read.sha256, options.parserVersion);
  if (known) return { kind: 'unchanged', path, ...known };
  try {
    return { kind: 'record', path, record: await options.parse(read.bytes, { path }) };
  } catch (error) {
    return { kind: 'defect', path, error };
  }
}

function commit(done: Work, { store, parserVersion }: IngestOptions): IngestEvent {
  if (done.kind === 'unchanged') store.remember(done.path, done.id);
  if (done.kind !== 'record') return done;
  const { id, added } = store.write(done.record, parserVersion);
  if (added) return { kind: 'written', path: done.path, id, record: done.record };
  const { status, findings } = done.record;
  return { kind: 'unchanged', path: done.path, id, status, hasErrors: hasErrors(findings) };
}

function hasErrors(findings: ReportRecord['findings']): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

class Totals {
  private files = 0;
  private written = 0;
  private unchanged = 0;
  private readonly byStatus: Record<Status, number> = { ok: 0, partial: 0, failed: 0 };
  private withErrors = 0;
  private defects = 0;

  add(event: IngestEvent): void {
    if (event.kind === 'loop') return;
    this.files++;
    if (event.kind === 'defect') this.defects++;
    else {
      const [status, errors] =
        event.kind === 'written'
          ? [event.record.status, hasErrors(event.record.findings)]
          : [event.status, event.hasErrors];
      this[event.kind]++;
      this.byStatus[status]++;
      if (errors) this.withErrors++;
    }
  }

  result(interrupted: boolean): IngestTotals {
    const { files, written, unchanged, byStatus, withErrors, defects } = this;
    return { files, written, unchanged, byStatus, withErrors, defects, interrupted };
  }
}
