#!/usr/bin/env node
/** The program: the process's arguments, streams and signals handed to the command line, its result made the exit status. */
import type { ParseReport } from './context.ts';
import { processIo } from './io.ts';
import { chooseLanguage } from './language.ts';
import { messagesIn } from './messages/messages-in.ts';
import { packageInfo } from './package-root.ts';
import { runProgram } from './program.ts';

/** Loaded when the first file is parsed: the readers take longer to load than `list` or `--help` to run. */
const parseReport: ParseReport = async (bytes, options) =>
  (await import('../parse-report.ts')).parseReport(bytes, options);

const stop = new AbortController();
// The first Ctrl-C ends the batch after the files in hand, a second one at once; each record is one transaction.
process.once('SIGINT', () => stop.abort());

const args = process.argv.slice(2);
const { root, version } = packageInfo();
process.exitCode = await runProgram(args, {
  io: processIo(process.stdout, process.stderr, process.env),
  messages: messagesIn(chooseLanguage(args, process.env)),
  parseReport,
  version,
  packageRoot: root,
  signal: stop.signal,
});
