/** `nianbao ingest PATH…`: files and folders into a database; a line for each failure, the counts at the end. */
import { type Discovered, discoverFiles } from '../../batch/discover-files.ts';
import { type IngestEvent, type IngestTotals, ingestFiles } from '../../batch/ingest-files.ts';
import { openStore, type Store } from '../../store/store.ts';
import type { Context } from '../context.ts';
import { printable } from '../display-width.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { factDefinitions } from '../form-facts.ts';

/** Milliseconds between two renewals of the moving line. */
const PROGRESS_EVERY_MS = 100;

const BAR_WIDTH = 24;

export async function ingestCommand(
  paths: readonly string[],
  { db }: { readonly db: string },
  context: Context,
): Promise<ExitStatus> {
  const { io, messages } = context;
  const store = openStore(db, { create: true });
  try {
    // All files are named before the first is read, so that the moving line can say how many are left.
    const files: Discovered[] = [];
    for await (const found of discoverFiles(paths)) files.push(found);
    const totals = await ingestInto(store, files, context);
    const { ok, partial, failed } = totals.byStatus;
    const { batch } = messages;
    const lines = [
      batch.totals(totals.files, totals.written, totals.unchanged),
      batch.outcome(ok, partial, failed),
      ...(totals.withErrors > 0 ? [batch.withErrors(totals.withErrors)] : []),
      ...(totals.defects > 0 ? [batch.defects(totals.defects)] : []),
      ...(totals.interrupted ? [batch.interrupted] : []),
      batch.database(db),
    ];
    await io.out(`${lines.join('\n')}\n`);
    return exitStatus(totals);
  } finally {
    store.close();
  }
}

/** Reads the files into the store, showing progress and failures as they come. */
export async function ingestInto(
  store: Store,
  files: readonly Discovered[],
  { io, messages, parseReport, version, signal }: Context,
): Promise<IngestTotals> {
  store.define(factDefinitions());
  let done = 0;
  let failed = 0;
  let shownAt = 0;
  const onProgress = (event: IngestEvent) => {
    done++;
    const line = failureLine(event, messages);
    if (line) {
      failed += event.kind === 'written' ? 1 : 0;
      if (event.kind === 'written') void io.out(`${line}\n`);
      else io.err(`${line}\n`);
    }
    if (performance.now() - shownAt < PROGRESS_EVERY_MS) return;
    shownAt = performance.now();
    const filled = Math.round((done / files.length) * BAR_WIDTH);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
    io.progress(`${bar} ${messages.batch.progress(done, files.length, failed)}`);
  };
  const totals = await ingestFiles({
    files,
    store,
    parse: parseReport,
    parserVersion: version,
    onProgress,
    signal,
  });
  io.progress('');
  return totals;
}

function failureLine(event: IngestEvent, messages: Context['messages']): string | undefined {
  if (event.kind === 'loop') return messages.batch.loop(event.path);
  if (event.kind === 'defect') {
    const { error } = event;
    return `${messages.defect(event.path)}\n${error instanceof Error ? error.stack : error}`;
  }
  if (event.kind !== 'written' || event.record.status !== 'failed') return undefined;
  const why = event.record.diagnostics.find(({ severity }) => severity === 'error');
  return `${printable(event.path)}: ${why?.code ?? messages.status.failed} ${printable(why?.message ?? '')}`.trimEnd();
}

function exitStatus(totals: IngestTotals): ExitStatus {
  if (totals.defects > 0) return EXIT.defect;
  if (totals.interrupted) return EXIT.interrupted;
  return totals.byStatus.partial + totals.byStatus.failed + totals.withErrors > 0 ? EXIT.doubt : EXIT.ok;
}
