/** `nianbao list`: the reports of a database, as a table or as JSON lines. */
import type { ListedReport, ListFilter } from '../../store/list-reports.ts';
import { openStore } from '../../store/store.ts';
import type { Context } from '../context.ts';
import { printable } from '../display-width.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { Messages } from '../messages/messages.ts';
import { cell, textTable } from '../text-table.ts';

export interface ListOptions extends ListFilter {
  readonly db: string;
  readonly json: boolean;
}

export async function listCommand(options: ListOptions, { io, messages }: Context): Promise<ExitStatus> {
  const { db, json, ...filter } = options;
  const store = openStore(db, { readOnly: true });
  try {
    const reports = store.list(filter);
    if (json) for (const report of reports) await io.out(`${JSON.stringify(report)}\n`);
    else await io.out(`${renderList(reports, messages).join('\n')}\n`);
    return EXIT.ok;
  } finally {
    store.close();
  }
}

function renderList(reports: readonly ListedReport[], { list, status }: Messages): string[] {
  if (reports.length === 0) return [list.none];
  const rows = reports.map((report) => {
    const [path = '', ...others] = report.paths;
    return [
      cell(String(report.id), 'right'),
      cell(status[report.status]),
      cell(String(report.year ?? '')),
      cell(printable(report.issuer ?? '')),
      cell(report.format),
      cell(String(report.facts), 'right'),
      cell(String(report.errors), 'right'),
      cell(`${printable(path)}${others.length > 0 ? ` ${list.alsoAt(others.length)}` : ''}`),
    ];
  });
  return textTable([list.head.map((text) => cell(text)), ...rows]);
}
