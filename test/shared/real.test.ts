/** Real files beside the project (../shared): the seed report, a PDF, a portal's page, a blank template. Skipped where absent. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/parse-report.ts';
import type { ReportRecord } from '../../src/record.ts';
import { benchSource, benchTruth, compare, HAS_SHARED, SHARED } from './bench-case.ts';

const parseFile = (path: string): Promise<ReportRecord> =>
  parseReport(readFileSync(new URL(path, SHARED)), { path });

/** State and figure of each fact, for comparison with a truth. */
const readings = ({ facts }: ReportRecord) =>
  Object.fromEntries(Object.entries(facts).map(([id, { value, state }]) => [id, { value, state }]));

describe.skipIf(!HAS_SHARED)('real files (skipped where ../shared is absent)', () => {
  it('the seed: two hundred figures, all 0, each with its place', async () => {
    const record = await parseFile('seed/wuzhong-hongsibu-2021.txt');
    const facts = Object.values(record.facts);
    expect(facts).toHaveLength(200);
    expect(new Set(facts.map((fact) => `${fact.state} ${fact.value}`))).toEqual(new Set(['number 0']));
    for (const { place } of facts) expect(place.block).toEqual(expect.any(Number));
    expect(new Set(facts.map(({ place }) => JSON.stringify(place))).size).toBe(200);
    expect(record).toMatchObject({
      status: 'ok',
      report: { year: 2021, generation: 'g2021', issuer: { name: '吴忠市红寺堡区审批服务管理局' } },
    });
    expect(record.sections.map((section) => section.key)).toEqual([
      'overview',
      'proactive',
      'applications',
      'remedies',
      'problems',
      'other',
    ]);
    expect(record.findings.filter((one) => one.severity === 'error')).toEqual([]);
  });

  it('a county’s PDF: every figure as a careful person reads it, on its page and in its box', async () => {
    const truth = benchTruth('real-hongze-2024');
    const record = await parseFile('real/2024-huaianshi-hongzequ-1.pdf');
    expect(compare(record, truth).silent).toEqual([]);
    expect(readings(record)).toEqual(truth.facts);
    expect(Object.keys(record.facts)).toHaveLength(186);
    for (const { place } of Object.values(record.facts)) {
      expect(place.page).toBeGreaterThanOrEqual(1);
      expect(place.box).toHaveLength(4);
    }
  });

  it('a portal’s page: every figure, and five columns that are blank, not 0', async () => {
    const truth = benchTruth('real-shuyang-fgj-2023-page');
    const record = await parseFile('real/2023-shuyangxian-fazhanhegaigeju-1.html');
    expect(readings(record)).toEqual(truth.facts);
    expect(readings(await parseReport(benchSource(truth), { path: truth.source }))).toEqual(truth.facts);
    const legal = Object.entries(record.facts).filter(([id]) =>
      /^applications\..*\.(?:enterprise|research_institute|public_interest_org|legal_service|other_org)$/.test(
        id,
      ),
    );
    expect(legal).toHaveLength(125);
    expect(legal.filter(([, fact]) => fact.state !== 'blank')).toEqual([]);
  });

  it('a blank template: two hundred cells, none of them a number', async () => {
    const record = await parseFile('real/TEMPLATE-2021geshi-zhengwugongkainianbao-1.docx');
    expect(Object.keys(record.facts)).toHaveLength(200);
    expect(Object.entries(record.facts).filter(([, fact]) => fact.state === 'number')).toEqual([]);
    expect(record.findings.filter((one) => one.severity === 'error')).toEqual([]);
  });

  it('a list of reports is none', async () => {
    const record = await parseFile('real/LISTPAGE-eerduosi-engebei-xxgknb-1.html');
    expect(record).toMatchObject({ status: 'failed', facts: {} });
  });
});
