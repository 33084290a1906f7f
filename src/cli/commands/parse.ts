/** `nianbao parse FILE…`: each file read and printed, in the order named. */
import { readBytes } from '../../batch/read-bytes.ts';
import type { ReportRecord } from '../../record.ts';
import type { Context, Verify } from '../context.ts';
import { EXIT, type ExitStatus, exitStatusOf } from '../exit-status.ts';
import { renderPage } from '../page/render-page.ts';

export interface ParseOptions {
  readonly json: boolean;
  readonly verify: Verify;
}

export async function parseCommand(
  files: readonly string[],
  { json, verify }: ParseOptions,
  context: Context,
): Promise<ExitStatus> {
  const { io, messages, signal } = context;
  let status: ExitStatus = EXIT.ok;
  let isFirst = true;
  for (const path of files) {
    if (io.isClosed) break;
    if (signal.aborted) return EXIT.interrupted;
    try {
      const record = await parseFile(path, verify, context);
      const page = () => `${isFirst ? '' : '\n'}${renderPage(record, messages, io.paint)}`;
      await io.out(json ? `${JSON.stringify(record)}\n` : page());
      status = Math.max(status, exitStatusOf(record)) as ExitStatus;
    } catch (error) {
      io.err(`${messages.defect(path)}\n${error instanceof Error ? error.stack : error}\n`);
      status = EXIT.defect;
    }
    isFirst = false;
  }
  return status;
}

async function parseFile(path: string, verify: Verify, { parseReport }: Context): Promise<ReportRecord> {
  const read = await readBytes(path);
  return read.kind === 'record' ? read.record : parseReport(read.bytes, { path, verify });
}
