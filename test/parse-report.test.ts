/** Bytes → record: its shape, its failures, its sameness, and when a second reader is asked. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../src/parse-report.ts';
import type { ReportRecord } from '../src/record.ts';

const CORPUS = new URL('../corpus/', import.meta.url);
const CASES = readdirSync(CORPUS, { encoding: 'utf8' }).sort();
const sourceOf = (name: string) =>
  readdirSync(new URL(`${name}/`, CORPUS)).find((file) => file.startsWith('source.'))!;
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`${name}/${sourceOf(name)}`, CORPUS));
const statusExpected = (name: string): string =>
  (JSON.parse(readFileSync(new URL(`${name}/truth.json`, CORPUS), 'utf8')) as { expect: string }).expect;
const DOCX = CASES.filter((name) => sourceOf(name) === 'source.docx' && statusExpected(name) === 'report');

const parse = (bytes: Uint8Array, options = {}) => parseReport(bytes, { path: 'in/a', ...options });
const text = (words: string) => new TextEncoder().encode(words);

const KEYS = [
  'contract',
  'source',
  'status',
  'report',
  'sections',
  'facts',
  'extras',
  'claims',
  'findings',
  'diagnostics',
];

/** Keys in the order of the contract, at every depth that it fixes. */
function expectShape(record: ReportRecord): void {
  expect(Object.keys(record)).toEqual(KEYS);
  expect(Object.keys(record.source)).toEqual(['path', 'sha256', 'bytes', 'format', 'readers']);
  expect(Object.keys(record.report)).toEqual([
    'title',
    'year',
    'issuer',
    'period',
    'published',
    'generation',
  ]);
  expect(Object.keys(record.report.issuer)).toEqual(['name', 'kind', 'level', 'division']);
  expect(Object.keys(record.report.period)).toEqual(['from', 'to']);
  for (const section of record.sections)
    expect(Object.keys(section)).toEqual(['key', 'number', 'heading', 'text']);
  for (const fact of Object.values(record.facts)) {
    expect(Object.keys(fact)).toEqual(['value', 'state', 'raw', 'place']);
    expect(fact.value === null).toBe(fact.state !== 'number');
  }
  for (const finding of record.findings)
    expect(Object.keys(finding)).toEqual([
      'rule',
      'severity',
      'message',
      'facts',
      'suspects',
      'expected',
      'actual',
      'verdict',
    ]);
}

describe('the record', () => {
  it.each(CASES)('of %s has the keys of the contract in their order', async (name) => {
    const bytes = bytesOf(name);
    const record = await parse(bytes);
    expectShape(record);
    expect(record.source).toMatchObject({
      path: 'in/a',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it.each(CASES)('of %s is the same each time', async (name) => {
    const bytes = bytesOf(name);
    expect(JSON.stringify(await parse(bytes))).toBe(JSON.stringify(await parse(Uint8Array.from(bytes))));
  });
});

describe('what is no report', () => {
  it.each([
    ['nothing', new Uint8Array(), /empty/i],
    ['a notice', text('关于编制年度报告的通知\n各单位：\n请按时报送。\n'), /no annual report/],
    ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0), /image|PNG/i],
    ['a JPEG image', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0), /image|JPEG/i],
    ['a gzip archive', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0), /./],
    ['zeros', new Uint8Array(4096), /./],
    ['a zip cut short', text('PK\u0003\u0004 and no more'), /./],
    ['a pdf without a page', text('%PDF-1.7\nand no more'), /./],
  ])('%s gives a failed record that says what it is', async (_, bytes, message) => {
    const record = await parse(bytes);
    expectShape(record);
    expect(record).toMatchObject({ status: 'failed', facts: {}, findings: [], sections: [] });
    const errors = record.diagnostics.filter((one) => one.severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map((one) => one.message).join('\n')).toMatch(message);
  });

  it('may be any bytes: a record, never a throw', async () => {
    const head = fc.constantFrom(
      '',
      'PK\u0003\u0004',
      '%PDF-1.4\n',
      '<html>',
      '{\\rtf1',
      'MIME-Version: 1.0\n',
    );
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const record = await parse(Uint8Array.of(...text(start), ...rest));
        expect(record.status).toBe('failed');
        expect(record.diagnostics.some((one) => one.severity === 'error')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the second reader', () => {
  it.each(DOCX)('of %s is asked as told', async (name) => {
    const bytes = bytesOf(name);
    const never = await parse(bytes, { verify: 'never' });
    expect(never.source.readers).toHaveLength(1);
    expect(never.findings.every((one) => one.verdict === 'undecided')).toBe(true);
    const always = await parse(bytes, { verify: 'always' });
    expect([...always.source.readers].sort()).toEqual(['mammoth', 'ooxml']);
    const auto = await parse(bytes);
    expect(await parse(bytes, { verify: 'auto' })).toEqual(auto);
    const isAsked = auto.source.readers.length === 2;
    expect(JSON.stringify(auto)).toBe(JSON.stringify(isAsked ? always : never));
    if (never.findings.some((one) => /(?:sum|balance)(?:-2019)?$/.test(one.rule))) expect(isAsked).toBe(true);
  });

  it('is not asked for a report without doubt, and is for one whose sums fail', async () => {
    const asked = await Promise.all(
      DOCX.map(async (name) => (await parse(bytesOf(name))).source.readers.length),
    );
    expect(new Set(asked)).toEqual(new Set([1, 2]));
  });
});
