import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { discoverFiles } from '../../src/batch/discover-files.ts';
import { diskFileSystem, type FileSystem } from '../../src/batch/file-system.ts';
import { openStore } from '../../src/store/store.ts';
import { temporaryFolder } from '../store/builders.ts';

function folderWith(...paths: string[]): string {
  const folder = temporaryFolder();
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  return folder;
}

async function discovered(folder: string, names: readonly string[], fs?: FileSystem): Promise<string[]> {
  const found: string[] = [];
  for await (const item of discoverFiles(names, fs)) {
    const path = item.path.replace(`${folder}/`, '');
    found.push(
      item.kind === 'file' ? path : `${path}: ${item.kind === 'problem' ? item.fault.code : 'loop'}`,
    );
  }
  return found;
}

test('files come in bytewise order of their paths, whatever the disk gives', async () => {
  const folder = folderWith('b.doc', 'a/z.doc', 'a-1.doc', '乙.doc', 'B.doc', 'a/b/c.pdf', 'a.doc');
  const shuffled = { ...diskFileSystem, list: async (p: string) => (await diskFileSystem.list(p)).reverse() };
  const expected = ['B.doc', 'a-1.doc', 'a.doc', 'a/b/c.pdf', 'a/z.doc', 'b.doc', '乙.doc'];
  expect(await discovered(folder, [folder])).toEqual(expected);
  expect(await discovered(folder, [folder], shuffled)).toEqual(expected);
  expect([...expected].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(expected);
});

test('a file named besides its folder comes once', async () => {
  const folder = folderWith('in/a.doc', 'in/b.doc');
  expect(await discovered(folder, [`${folder}/in/b.doc`, `${folder}/in/`])).toEqual(['in/b.doc', 'in/a.doc']);
});

test('hidden files, lock files and our own databases are passed over, a report named like one is not', async () => {
  const folder = folderWith('.hidden/a.doc', '.DS_Store', '~$a.docx', 'report.db', 'a.docx');
  openStore(join(folder, 'own.db'), { create: true });
  expect(await discovered(folder, [folder])).toEqual(['a.docx', 'report.db']);
});

test('a circle of links ends, and a dangling link is a problem in its place', async () => {
  const folder = folderWith('in/deep/a.doc', 'out/b.doc');
  symlinkSync('../..', join(folder, 'in/deep/up'));
  symlinkSync('nowhere', join(folder, 'in/gone.doc'));
  symlinkSync('../out', join(folder, 'in/other'));
  expect(await discovered(folder, [`${folder}/in`])).toEqual([
    'in/deep/a.doc',
    'in/deep/up/in: loop',
    'in/deep/up/out/b.doc',
    'in/gone.doc: file.unreadable',
    'in/other/b.doc',
  ]);
});

test('a folder that may not be entered is a problem, and the others are walked', async () => {
  const folder = folderWith('a/1.doc', 'locked/2.doc', 'z/3.doc');
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
  const fs: FileSystem = {
    ...diskFileSystem,
    list: (path) => (path.endsWith('locked') ? Promise.reject(denied) : diskFileSystem.list(path)),
  };
  expect(await discovered(folder, [folder], fs)).toEqual(['a/1.doc', 'locked: folder.unreadable', 'z/3.doc']);
});

test('a path through a file and a missing one are problems', async () => {
  const folder = folderWith('a.doc');
  expect(await discovered(folder, [`${folder}/a.doc/b`, `${folder}/none`])).toEqual([
    'a.doc/b: file.unreadable',
    'none: file.unreadable',
  ]);
});

test('a defect of the file system layer is thrown, not taken for a fault of the file', async () => {
  const fs: FileSystem = { ...diskFileSystem, stat: () => Promise.reject(new TypeError('bug')) };
  await expect(discovered('', ['x'], fs)).rejects.toThrow('bug');
});
