import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT, readPage } from './build-docs.ts';

const PAGES = [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'output/README.md'],
  ...readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

describe.each(PAGES)('%s', (path) => {
  test('links only to files and headings that exist', async () => {
    const broken: string[] = [];
    for (const [, link] of (await readPage(path)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link!)) continue;
      const [file = '', anchor] = link!.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!existsSync(new URL(target, ROOT))) broken.push(link!);
      else if (anchor !== undefined && !(await anchorsOf(target)).includes(anchor)) broken.push(link!);
    }
    expect(broken).toEqual([]);
  });
});

test('the two READMEs have the same parts, commands and links', async () => {
  const [english, chinese] = await Promise.all(['README.md', 'README.zh-CN.md'].map(readPage));
  const headings = (page: string) => [...page.matchAll(/^#+ /gm)].map(([level]) => level);
  const links = (page: string) =>
    [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!).filter((link) => !/^README/.test(link));
  const commands = (page: string) =>
    [...page.matchAll(/^(?:npx nianbao \w+|npm ci && .*)/gm)].map(([line]) => line);
  expect(headings(chinese!)).toEqual(headings(english!));
  expect(links(chinese!)).toEqual(links(english!));
  expect(commands(chinese!)).toEqual(commands(english!));
});

test('the page of packages lists the dependencies as installed, with their licences', async () => {
  const page = await readPage('docs/decisions/008-packages.md');
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (\S+) \| (\S+) \|/gm)].map(([, ...cells]) => cells);
  const installed = Object.entries(manifest.dependencies).map(async ([name, version]) => {
    const { license } = JSON.parse(await readPage(`node_modules/${name}/package.json`));
    return [name, version, license];
  });
  expect(rows.sort()).toEqual((await Promise.all(installed)).sort());
  for (const name of Object.keys(manifest.devDependencies)) expect(page).toContain(`\`${name}\``);
});

/** As repository hosts make them: lower case, spaces to hyphens, punctuation away. */
async function anchorsOf(path: string): Promise<string[]> {
  return [...(await readPage(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
