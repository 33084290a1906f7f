/**
 * `npm run bench`: documents a second, by format, over the reports of the corpus: the library alone, our
 * reader, the whole way from bytes to record. All in one run, round by round in turn, so that the ratios hold
 * on a machine whose speed drifts. The median round counts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readersOf } from '../../src/ingest/readers.ts';
import { sniff } from '../../src/ingest/sniff.ts';
import { parseReport } from '../../src/parse-report.ts';
import { RAW_READINGS } from './raw-readings.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
/** Passes over all documents of a format that are timed as one round. */
const PASSES = Number(process.env.BENCH_PASSES ?? 5);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);

type Work = (bytes: Uint8Array) => Promise<unknown> | unknown;

const documents = new Map<string, Uint8Array[]>();
for (const name of readdirSync(CORPUS).sort()) {
  if (name.startsWith('fail-')) continue;
  const source = readdirSync(join(CORPUS, name)).find((file) => file.startsWith('source.'))!;
  const bytes = readFileSync(join(CORPUS, name, source));
  const { format } = sniff(bytes);
  documents.set(format, [...(documents.get(format) ?? []), bytes]);
}

console.log(
  `${ROUNDS} rounds of ${PASSES} passes; median documents a second, one thread; ratio: time over that of the library alone\n`,
);
console.log('format  documents  library            library/s  reader/s  ratio  record/s  ratio  verified/s');
for (const [format, files] of documents) {
  const raw = RAW_READINGS[format]!;
  const [reader] = readersOf(format as Parameters<typeof readersOf>[0]);
  const works: Work[] = [
    raw.read,
    (bytes) => reader!.read(bytes),
    (bytes) => parseReport(bytes, { path: 'bench', verify: 'never' }),
    (bytes) => parseReport(bytes, { path: 'bench' }),
  ];
  const [library, read, record, verified] = await medians(works, files);
  console.log(
    [
      format.padEnd(6),
      String(files.length).padStart(10),
      ` ${raw.library.padEnd(17)}`,
      perSecond(library!, 10),
      perSecond(read!, 9),
      (read! / library!).toFixed(2).padStart(6),
      perSecond(record!, 9),
      (record! / library!).toFixed(2).padStart(6),
      perSecond(verified!, 11),
    ].join(' '),
  );
}

/** Milliseconds a document, for each work. */
async function medians(works: readonly Work[], files: readonly Uint8Array[]): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (const work of works) await round(work, files);
  for (let i = 0; i < ROUNDS; i++) {
    for (const [j, work] of works.entries()) times[j]!.push(await round(work, files));
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!);
}

async function round(work: Work, files: readonly Uint8Array[]): Promise<number> {
  const start = performance.now();
  for (let pass = 0; pass < PASSES; pass++) {
    for (const bytes of files) await work(bytes);
  }
  return (performance.now() - start) / (PASSES * files.length);
}

function perSecond(ms: number, width: number): string {
  const value = 1000 / ms;
  return value.toFixed(value < 100 ? 1 : 0).padStart(width);
}
