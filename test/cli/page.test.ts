import { describe, expect, test } from 'vitest';
import { FORMS } from '../../parsers/forms/forms.ts';
import type { Fact } from '../../parsers/report.ts';
import { displayWidth } from '../../src/cli/display-width.ts';
import { factDefinitions } from '../../src/cli/form-facts.ts';
import { messagesIn } from '../../src/cli/messages/messages-in.ts';
import { renderPage } from '../../src/cli/page/render-page.ts';
import { COLORS, PLAIN } from '../../src/cli/paint.ts';
import type { ReportRecord } from '../../src/record.ts';
import { fact, finding, record } from '../store/builders.ts';

const ZH = messagesIn('zh');
const EN = messagesIn('en');

function other(state: Fact['state'], raw: string): Fact {
  return { value: null, state, raw, place: { block: 3, row: 4, col: 5, page: 2 } };
}

/** The line of the page that begins with the label, its cells apart. */
function cells(page: string, label: string): string[] {
  const line = page.split('\n').find((text) => text.trim().startsWith(label)) ?? '';
  return line.trim().slice(label.length).trim().split(/ {2,}/);
}

function pageOf(given: ReportRecord, messages = ZH): string {
  return renderPage(given, messages, PLAIN);
}

describe('the page', () => {
  test('says the unit once where all columns share it, else under each', () => {
    const g2021 = pageOf(record());
    expect(g2021).toMatch(/第二十条第（一）项 {2}单位：件 +本年制发件数/);
    const g2019 = pageOf(record({ report: { generation: 'g2019' } }));
    expect(g2019).toMatch(/上一年项目数量 +本年增\/减 +处理决定数量\n +\(项\) +\(项\) +\(件\)\n/);
  });

  test('shows each state of a cell in its own way', () => {
    const row = 'applications.granted';
    const facts = {
      [`${row}.natural_person`]: fact(12, '１２'),
      [`${row}.enterprise`]: other('dash', ' / '),
      [`${row}.research_institute`]: other('unreadable', '\ufffd'),
      [`${row}.public_interest_org`]: other('text', '见附件'),
      [`${row}.total`]: fact(0),
    };
    expect(cells(pageOf(record({ facts })), '（一）予以公开')).toEqual([
      '12',
      '/',
      '?',
      '见附件',
      '·',
      '·',
      '0',
    ]);
  });

  test('leaves a blank cell blank, its column in place', () => {
    const row = 'remedies.review';
    const facts = {
      [`${row}.upheld`]: fact(1),
      [`${row}.corrected`]: other('blank', ''),
      [`${row}.other`]: fact(3),
      [`${row}.pending`]: fact(4),
      [`${row}.total`]: fact(8),
    };
    const lines = pageOf(record({ facts })).split('\n');
    const head = lines.find((line) => line.includes('结果维持')) ?? '';
    const body = lines.find((line) => line.trim().startsWith('行政复议 ')) ?? '';
    expect(body.trim().split(/ +/)).toEqual(['行政复议', '1', '3', '4', '8']);
    // Right-aligned: the figure ends where its heading ends.
    const upTo = (line: string, text: string) =>
      displayWidth(line.slice(0, line.indexOf(text) + text.length));
    expect(upTo(body, ' 3')).toBe(upTo(head, '其他结果'));
  });

  test('marks the suspects of a finding as doubtful, its other facts with the number alone, and tells their place', () => {
    const facts = {
      'applications.granted.natural_person': { ...fact(7), place: { block: 3, row: 6, col: 2, page: 2 } },
      'applications.granted.total': fact(9),
    };
    const ids = Object.keys(facts);
    const findings = [
      finding({ facts: ids, suspects: [ids[0] ?? ''], expected: 9, actual: 7, verdict: 'issuer' }),
    ];
    const page = pageOf(record({ facts, findings }));
    expect(cells(page, '（一）予以公开')).toEqual(['7!¹', '·', '·', '·', '·', '·', '9¹']);
    expect(page).toContain('¹ 错误 applications.row-sum');
    expect(page).toContain('应为 9，实为 7; 报告原文如此');
    expect(page).toContain('（一）予以公开 · 自然人: 7 — 第 2 页, 所在表格第 7 行第 3 列');
  });

  test('numbers the notes through, and a cell with two of them bears both', () => {
    const facts = { 'applications.granted.total': other('unreadable', '#') };
    const diagnostics = [
      {
        code: 'number.unreadable',
        severity: 'error' as const,
        message: 'no number',
        facts: Object.keys(facts),
      },
    ];
    const page = pageOf(record({ facts, findings: [finding()], diagnostics }), EN);
    expect(cells(page, 'disclosed (granted)').at(-1)).toBe('?!¹,²');
    expect(page).toContain('² error number.unreadable: no number');
  });

  test('prints what no table of the form has a place for', () => {
    const facts = { 'applications.granted.legal_person_or_org': fact(4321) };
    const extras = [{ label: '附加行', numbers: [5, null], place: {} }];
    const page = pageOf(record({ facts, extras }));
    expect(cells(page, 'applications.granted.legal_person_or_org')).toEqual(['4321']);
    expect(page).toContain('附加行: 5 ·');
  });

  test('of a failed report says why, and has no tables', () => {
    const why = { code: 'file.unreadable', severity: 'error' as const, message: 'no permission' };
    const given = record({
      status: 'failed',
      facts: {},
      report: { generation: null, title: null },
      diagnostics: [why],
    });
    const page = pageOf(given, EN);
    expect(page).toContain('(no title found)');
    expect(page).toContain('error file.unreadable: no permission');
    expect(page).not.toContain('disclosed');
  });

  test('bears every label of the form in either language', () => {
    for (const form of FORMS)
      for (const messages of [ZH, EN]) {
        const facts = Object.fromEntries(factDefinitions([form]).map(({ id }) => [id, fact(1)]));
        const page = pageOf(record({ facts, report: { generation: form.id } }), messages).replace(/\s/g, '');
        for (const table of form.tables)
          for (const label of [table, ...table.blocks.flatMap(({ rows }) => rows)])
            expect(page).toContain([...label[messages.language]].slice(0, 8).join('').replace(/\s/g, ''));
      }
  });

  test('has colours only when given them, and the same columns with and without', () => {
    const given = record({ findings: [finding()] });
    const colored = renderPage(given, ZH, COLORS);
    expect(colored).toContain('\u001b[31m');
    expect(colored.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(pageOf(given));
  });

  test('lets no escape sequence of the file through', () => {
    const page = pageOf(
      record({ report: { title: 'a\u001b]0;x\u0007' }, facts: { odd: other('text', '\u001b[2J') } }),
    );
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
