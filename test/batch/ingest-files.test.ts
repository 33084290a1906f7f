import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { discoverFiles } from '../../src/batch/discover-files.ts';
import { diskFileSystem, sha256Of } from '../../src/batch/file-system.ts';
import {
  type IngestEvent,
  type IngestOptions,
  ingestFiles,
  type Parse,
} from '../../src/batch/ingest-files.ts';
import { openStore } from '../../src/store/store.ts';
import { record, temporaryFolder } from '../store/builders.ts';

function setUp(contents: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const files = join(folder, 'in');
  mkdirSync(files);
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(files, name), content);
  const store = openStore(join(folder, 'x.db'), { create: true });
  const events: IngestEvent[] = [];
  const run = (options: Partial<IngestOptions> = {}) => {
    events.length = 0;
    return ingestFiles({
      files: discoverFiles([files]),
      store,
      parse,
      parserVersion: '1',
      onProgress: (event) => events.push(event),
      ...options,
    });
  };
  const told = () => events.map((e) => `${e.path.slice(files.length + 1)} ${e.kind}`);
  return { files, store, run, events, told };
}

const parse: Parse = async (bytes, { path }) => {
  const text = Buffer.from(bytes).toString();
  if (text.startsWith('slow')) await sleep(30);
  if (text === 'bug') throw new TypeError('a defect');
  return record({
    source: { path, sha256: sha256Of(bytes), bytes: bytes.length },
    status: text === 'half' ? 'partial' : 'ok',
  });
};

describe('a batch', () => {
  test('writes in the order of the input, whatever is read first', async () => {
    const { store, run, told } = setUp({ a: 'slow 1', b: 'fast', c: 'slow 2', d: 'faster' });
    await run({ concurrency: 4 });
    expect(told()).toEqual(['a written', 'b written', 'c written', 'd written']);
    expect(store.list().map((r) => r.paths[0]?.slice(-1))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('hands out only a few files ahead of the writing', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `f${n + 10}`);
    const { run, events } = setUp(Object.fromEntries(names.map((n) => [n, n])));
    let furthest = 0;
    let started = 0;
    await run({
      concurrency: 2,
      parse: (bytes, options) => {
        furthest = Math.max(furthest, ++started - events.length);
        return parse(bytes, options);
      },
    });
    expect(started).toBe(60);
    expect(furthest).toBeLessThanOrEqual(9);
  });

  test('does not parse again what this version has read, also under another name', async () => {
    const { files, store, run, told } = setUp({ a: '1', b: 'half' });
    await run();
    writeFileSync(join(files, 'c'), '1');
    const totals = await run({ parse: () => Promise.reject(new Error('parsed again')) });
    expect(told()).toEqual(['a unchanged', 'b unchanged', 'c unchanged']);
    expect(totals).toMatchObject({ written: 0, unchanged: 3, byStatus: { ok: 2, partial: 1, failed: 0 } });
    expect(store.list().map((r) => r.paths.map((p) => p.slice(-1)))).toEqual([['a', 'c'], ['b']]);
  });

  test('reads everything again for another version of the parser', async () => {
    const { run } = setUp({ a: '1' });
    await run();
    expect(await run({ parserVersion: '2' })).toMatchObject({ written: 1, unchanged: 0 });
  });

  test('keeps a failed record for a file without permission, and takes it back when it can be read', async () => {
    const { store, run } = setUp({ a: '1', b: '2' });
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
    const fileSystem = {
      ...diskFileSystem,
      read: (path: string) => (path.endsWith('/a') ? Promise.reject(denied) : diskFileSystem.read(path)),
    };
    await run({ fileSystem });
    expect(store.summary().failures).toMatchObject([
      { code: 'file.unreadable', message: 'no permission (EACCES)' },
    ]);
    await run();
    expect(store.list().map((r) => r.status)).toEqual(['ok', 'ok']);
  });

  test('does not take a file that is too large into memory, and knows it by its content', async () => {
    const { store, run, told } = setUp({ a: '0123456789', b: '1' });
    await run({ maxFileBytes: 9 });
    expect(store.summary().failures).toMatchObject([{ code: 'file.too-large' }]);
    expect(store.read(1)?.source).toMatchObject({ bytes: 10, sha256: sha256Of(Buffer.from('0123456789')) });
    await run({ maxFileBytes: 9 });
    expect(told()).toEqual(['a unchanged', 'b unchanged']);
  });

  test('names the file on which the program failed, stores nothing for it and goes on', async () => {
    const { store, run, told } = setUp({ a: '1', b: 'bug', c: '3' });
    expect(await run()).toMatchObject({ files: 3, written: 2, defects: 1 });
    expect(told()).toEqual(['a written', 'b defect', 'c written']);
    expect(store.list()).toHaveLength(2);
  });

  test('stops when told to, with all that was in hand written, and goes on from there', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `f${n + 10}`);
    const { store, run } = setUp(Object.fromEntries(names.map((n) => [n, n])));
    const stop = new AbortController();
    const totals = await run({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(totals.interrupted).toBe(true);
    expect(totals.files).toBeLessThan(20);
    expect(store.list()).toHaveLength(totals.files);
    expect(await run()).toMatchObject({
      unchanged: totals.files,
      written: 40 - totals.files,
      interrupted: false,
    });
  });

  test('ends when the database fails', async () => {
    const { store, run } = setUp({ a: '1', b: '2', c: '3' });
    store.close();
    await expect(run()).rejects.toThrow(/not open/);
  });
});
