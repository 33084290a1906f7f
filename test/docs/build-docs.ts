/**
 * Writes the pages that are generated from the code: `npx tsx test/docs/build-docs.ts`. The tests compare
 * the same texts with the pages as committed.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { codebookPage } from './codebook.ts';
import { rulesPage } from './rules-page.ts';

/** Path from the project's root → the page's text. */
export const GENERATED_PAGES: Readonly<Record<string, () => string>> = {
  'docs/codebook.md': codebookPage,
  'docs/rules.md': rulesPage,
};

export const ROOT = new URL('../../', import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, page] of Object.entries(GENERATED_PAGES)) await writeFile(new URL(path, ROOT), page());
}
