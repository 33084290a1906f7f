import { expect, test } from 'vitest';
import { FAMILIES } from '../../src/audit/relations.ts';
import { CELL_RULES } from '../../src/audit/rule-catalogue.ts';
import { readPage } from './build-docs.ts';
import { dottedLiterals } from './source-literals.ts';

/** Where diagnostics are made; rules and the rows of forms are named in the same shape and have their own pages. */
const SOURCES = ['parsers', 'src/ingest', 'src/batch', 'src/parse-report.ts', 'src/audit/weigh-readings.ts'];
const RULES = new Set([...FAMILIES.map(({ rule }) => rule), ...CELL_RULES.map(({ id }) => id)]);

const page = await readPage('docs/diagnostics.md');
const documented = [...page.matchAll(/^\| `([^`]+)` \| (\S+)/gm)].map(([, code, severity]) => ({
  code: code!,
  severity: severity!,
}));
const codes = documented.map(({ code }) => code);
const { literals, templates } = await dottedLiterals(SOURCES, (path) => path.startsWith('parsers/forms/'));

test('every code that the program may give is on the page', () => {
  const used = [...literals].filter((code) => !RULES.has(code));
  expect(used.filter((code) => !codes.includes(code))).toEqual([]);
  for (const template of templates)
    expect(
      codes.some((code) => template.test(code)),
      String(template),
    ).toBe(true);
});

test('every code on the page is one that the program may give', () => {
  const isGiven = (code: string) => literals.has(code) || templates.some((template) => template.test(code));
  expect(codes.filter((code) => !isGiven(code))).toEqual([]);
});

test('a code stands on the page once, with its severity', () => {
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, severity } of documented) expect(severity, code).toMatch(/^(?:error|warning|info),?$/);
});
