import { expect, test } from 'vitest';
import { GENERATED_PAGES, readPage } from './build-docs.ts';

test.each(Object.entries(GENERATED_PAGES))(
  '%s says what the code says now (npx tsx test/docs/build-docs.ts)',
  async (path, generate) => {
    const page = await readPage(path);
    expect(page).toBe(await generate(page));
  },
);
