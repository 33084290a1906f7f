/** The command line as a table of commands: arguments to one function each, its result to an exit status. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { StoreError } from '../store/store-error.ts';
import { demoCommand } from './commands/demo.ts';
import { ingestCommand } from './commands/ingest.ts';
import { listCommand } from './commands/list.ts';
import { parseCommand } from './commands/parse.ts';
import { showCommand } from './commands/show.ts';
import { type Context, VERIFY_MODES, WrongUse } from './context.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { LANGUAGES } from './language.ts';
import type { Messages } from './messages/messages.ts';

const DEFAULT_DB = 'output/nianbao.db';

/** Runs one command line; never throws: faults of use give 2, a defect of the program 3. */
export async function runProgram(args: readonly string[], context: Context): Promise<ExitStatus> {
  const { io, messages } = context;
  let status: ExitStatus = EXIT.ok;
  const program = buildProgram(context, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    const message = wrongUse(error, messages);
    if (message === '') return EXIT.ok;
    if (message !== undefined) {
      io.err(`nianbao: ${message}\n`);
      return EXIT.wrongUse;
    }
    io.err(`${messages.defect('nianbao')}\n${error instanceof Error ? error.stack : error}\n`);
    return EXIT.defect;
  }
}

/** The program with all its commands; `done` is told the exit status of the one that ran. */
export function buildProgram(context: Context, done: (status: ExitStatus) => void): Command {
  const { messages, io, version } = context;
  const { help } = messages;
  const program = new Command('nianbao');
  const lang = () => new Option('--lang <zh|en>', help.lang).choices([...LANGUAGES]);
  const json = () => new Option('--json', help.json).default(false);
  const db = () => new Option('--db <file>', help.db).default(DEFAULT_DB);
  const command = (name: string, description: string) =>
    program.command(name).description(description).helpOption('-h, --help', help.helpOption);

  program
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand(false)
    .addOption(lang())
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.out(text), writeErr: () => {} })
    .configureHelp({
      styleTitle: (title) => help.titles[title] ?? title,
      // The texts name defaults and choices themselves, in their own language.
      optionDescription: (option) => option.description,
    });

  command('parse', help.parse)
    .argument('<file...>', help.file)
    .addOption(json())
    .addOption(new Option('--verify <mode>', help.verify).choices([...VERIFY_MODES]).default('auto'))
    .addOption(lang())
    .action(async (files, options) => done(await parseCommand(files, options, context)));
  command('ingest', help.ingest)
    .argument('<path...>', help.path)
    .addOption(db())
    .addOption(lang())
    .action(async (paths, options) => done(await ingestCommand(paths, options, context)));
  command('list', help.list)
    .addOption(db())
    .addOption(new Option('--year <year>', help.year).argParser((text) => yearOf(text, messages)))
    .option('--issuer <text>', help.issuer)
    .addOption(new Option('--status <status>', help.statusFilter).choices(['ok', 'partial', 'failed']))
    .option('--format <format>', help.format)
    .addOption(json())
    .addOption(lang())
    .action(async ({ lang: _, ...options }) => done(await listCommand(options, context)));
  command('show', help.show)
    .argument('<id|path>', help.idOrPath)
    .addOption(db())
    .addOption(json())
    .addOption(lang())
    .action(async (idOrPath, options) => done(await showCommand(idOrPath, options, context)));
  command('demo', help.demo)
    .addOption(lang())
    .action(async () => done(await demoCommand(context)));
  return program;
}

function yearOf(text: string, messages: Messages): number {
  if (!/^[0-9]{4}$/.test(text)) throw new InvalidArgumentError(messages.badYear);
  return Number(text);
}

/** What to tell the user; empty where help or the version was asked for; undefined for a defect. */
function wrongUse(error: unknown, messages: Messages): string | undefined {
  if (error instanceof WrongUse) return error.message;
  if (error instanceof StoreError) return `${error.path}: ${messages.store[error.code]}`;
  if (!(error instanceof CommanderError)) return undefined;
  if (error.exitCode === 0) return '';
  const argument = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const proposal = /Did you mean (.*)\?/.exec(error.message)?.[1];
  const words = messages.usage[error.code]?.(argument) ?? error.message.replace(/^error: /, '');
  const reason = /is invalid\. (?:Allowed choices are )?(.*?)\.?$/.exec(error.message)?.[1];
  return [
    reason ? `${words}: ${reason}` : words,
    ...(proposal ? [messages.didYouMean(proposal)] : []),
    messages.seeHelp,
  ].join('\n');
}
