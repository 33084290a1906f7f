import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { messagesIn } from '../../src/cli/messages/messages-in.ts';
import { PLAIN } from '../../src/cli/paint.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { ROOT } from './built-program.ts';

const context: Context = {
  io: { out: async () => {}, err: () => {}, progress: () => {}, paint: PLAIN, isClosed: false },
  messages: messagesIn('en'),
  parseReport: () => Promise.reject(new Error('not called')),
  version: '0.0.0',
  packageRoot: ROOT,
  signal: new AbortController().signal,
};

const program = buildProgram(context, () => {});
const page = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');

/** The page's part under `## name`, and the part before the first. */
const parts = new Map(
  page.split(/^## /m).map((part, at) => [at === 0 ? '' : part.slice(0, part.indexOf('\n')), part]),
);

function flags(command: Command): string[] {
  return command.options.map((option) => option.long ?? option.flags);
}

test('every command has its part of the page, and nothing else does', () => {
  const names = program.commands.map((command) => command.name());
  expect([...parts.keys()].filter((name) => name !== '' && name !== 'Exit status')).toEqual(names);
});

test.each(program.commands.map((command) => [command.name(), command] as const))(
  'each option of %s is explained there, and each option named there exists',
  (name, command) => {
    const part = parts.get(name) ?? '';
    const common = parts.get('') ?? '';
    expect(common).toContain('- `--lang zh|en`:');
    for (const flag of flags(command).filter((f) => f !== '--lang'))
      expect(part).toMatch(new RegExp(`^- \`${flag}\\b`, 'm'));
    const synopsis = /^`(nianbao .*)`$/m.exec(part)?.[1] ?? '';
    expect([...synopsis.matchAll(/--[a-z]+/g)].map(([flag]) => flag).sort()).toEqual(flags(command).sort());
    expect(new Set([...part.matchAll(/^- `(--[a-z]+)/gm)].map(([, flag]) => flag))).toEqual(
      new Set(flags(command).filter((f) => f !== '--lang')),
    );
  },
);

test('the options of the program itself are explained', () => {
  for (const flag of [...flags(program), '--help']) expect(parts.get('')).toContain(`\`${flag}`);
});
