import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { GENERATED_PAGES, ROOT } from './build-docs.ts';

test.each(Object.entries(GENERATED_PAGES))(
  '%s is what the code generates (npx tsx test/docs/build-docs.ts)',
  async (path, page) => {
    expect(await readFile(new URL(path, ROOT), 'utf8')).toBe(page());
  },
);
