/** `nianbao demo`: the sample reports of the package into a new database, and what was found in them. */
import { existsSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Discovered, discoverFiles } from '../../batch/discover-files.ts';
import type { Summary } from '../../store/list-reports.ts';
import { openStore } from '../../store/store.ts';
import { type Context, WrongUse } from '../context.ts';
import { printable } from '../display-width.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { Messages } from '../messages/messages.ts';
import { cell, textTable } from '../text-table.ts';
import { ingestInto } from './ingest.ts';

const DATABASE = 'output/demo.db';

/** Beside each sample lie its expected figures; the report itself bears this name. */
const SAMPLE = /^source\./;

/** Exit status 0 though samples fail: they are made to. */
export async function demoCommand(context: Context): Promise<ExitStatus> {
  const { io, messages, packageRoot, signal } = context;
  const samples = await findSamples(join(packageRoot, 'corpus'));
  if (samples.length === 0) throw new WrongUse(messages.demo.noCorpus(join(packageRoot, 'corpus')));
  removeDatabase();
  const store = openStore(DATABASE, { create: true });
  try {
    const totals = await ingestInto(store, samples, { ...context, io: { ...io, out: async () => {} } });
    await io.out(`${renderSummary(store.summary(), packageRoot, messages, io.paint).join('\n')}\n`);
    if (totals.defects > 0) return EXIT.defect;
    return signal.aborted ? EXIT.interrupted : EXIT.ok;
  } finally {
    store.close();
  }
}

async function findSamples(corpus: string): Promise<Discovered[]> {
  if (!existsSync(corpus)) return [];
  const samples: Discovered[] = [];
  for await (const found of discoverFiles([corpus]))
    if (SAMPLE.test(basename(found.path))) samples.push(found);
  return samples;
}

/** Opened first, so that only a database of ours is ever removed. */
function removeDatabase(): void {
  if (!existsSync(DATABASE)) return;
  openStore(DATABASE, { readOnly: true }).close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(DATABASE + suffix, { force: true });
}

function renderSummary(
  summary: Summary,
  root: string,
  { demo, severity: severities }: Messages,
  paint: Context['io']['paint'],
): string[] {
  const findings = summary.findingsByRule.map(({ rule, severity, count }) => [
    cell(rule),
    cell(severities[severity]),
    cell(String(count), 'right'),
  ]);
  const failures = summary.failures.map(({ path, code, message }) => [
    cell(printable(relative(root, path))),
    cell(`${code ?? ''} ${printable(message ?? '')}`.trim()),
  ]);
  const commands = [
    `nianbao list --db ${DATABASE}`,
    `nianbao show 1 --db ${DATABASE}`,
    'nianbao ingest FOLDER',
  ];
  return [
    paint.bold(demo.title(summary.reports)),
    demo.figures(summary.figures, summary.facts),
    '',
    paint.bold(demo.byFormatAndYear),
    ...renderFormats(summary, demo),
    '',
    ...(findings.length > 0 ? [paint.bold(demo.findings), ...textTable(findings, '  ')] : [demo.noFindings]),
    ...(failures.length > 0 ? ['', paint.bold(demo.failures), ...textTable(failures, '  ')] : []),
    '',
    paint.bold(demo.next),
    ...commands.map((command) => `  ${command}`),
  ];
}

/** Formats down, years across. */
function renderFormats({ byFormatAndYear: counts }: Summary, demo: Messages['demo']): string[] {
  const years = [...new Set(counts.map(({ year }) => year))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const formats = [...new Set(counts.map(({ format }) => format))];
  const sum = (rows: Summary['byFormatAndYear']) => rows.reduce((total, { count }) => total + count, 0);
  const rows = formats.map((format) => {
    const own = counts.filter((row) => row.format === format);
    const perYear = years.map((year) => sum(own.filter((row) => row.year === year)));
    return [format, ...perYear.map((count) => (count === 0 ? '' : String(count))), String(sum(own))];
  });
  const head = ['', ...years.map((year) => (year === null ? demo.noYear : String(year))), demo.total];
  return textTable(
    [head, ...rows].map((row) => row.map((text, at) => cell(text, at === 0 ? 'left' : 'right'))),
    '  ',
  );
}
