/**
 * A README → the same with what `nianbao demo` prints now, shortened, in its first code block of `text`. The
 * program runs from its sources, in a folder that is gone afterwards.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Lines of a paragraph, and characters of a line, that are quoted: enough to see what it is. */
const MAX_LINES = 7;
const MAX_LENGTH = 110;

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const QUOTE = /^```text\n[\s\S]*?\n```$/m;

export async function withDemoQuote(page: string, lang: 'en' | 'zh'): Promise<string> {
  const quote = excerpt(await runDemo(lang));
  return page.replace(QUOTE, () => `\`\`\`text\n${quote}\n\`\`\``);
}

async function runDemo(lang: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-demo-'));
  try {
    const args = ['--import', LOADER, MAIN, 'demo', '--lang', lang];
    return (await promisify(execFile)(process.execPath, args, { cwd: folder })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function excerpt(output: string): string {
  const paragraphs = output
    .trimEnd()
    .split('\n\n')
    .map((paragraph) => {
      const lines = paragraph
        .split('\n')
        .map((line) => (line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line));
      return [...lines.slice(0, MAX_LINES), ...(lines.length > MAX_LINES ? ['  …'] : [])].join('\n');
    });
  return paragraphs.join('\n\n');
}
