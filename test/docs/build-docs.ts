/**
 * Writes the pages that are generated from the code, and what the READMEs quote: `npx tsx
 * test/docs/build-docs.ts`. The tests compare the same texts with the pages as committed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { codebookPage } from './codebook.ts';
import { withDemoQuote } from './readme-demo.ts';
import { rulesPage } from './rules-page.ts';

/** Path from the project's root → the page as it should be, given how it stands. */
export const GENERATED_PAGES: Readonly<Record<string, (page: string) => string | Promise<string>>> = {
  'docs/codebook.md': codebookPage,
  'docs/rules.md': rulesPage,
  'README.md': (page) => withDemoQuote(page, 'en'),
  'README.zh-CN.md': (page) => withDemoQuote(page, 'zh'),
};

export const ROOT = new URL('../../', import.meta.url);

export function readPage(path: string): Promise<string> {
  return readFile(new URL(path, ROOT), 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, generate] of Object.entries(GENERATED_PAGES)) {
    const page = await readPage(path).catch(() => '');
    await writeFile(new URL(path, ROOT), await generate(page));
  }
}
