/** Document → report: what is taken for a report, and what every report read keeps to. */
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../parsers/forms/form.ts';
import { G2021 } from '../../parsers/forms/forms.ts';
import { readReport } from '../../parsers/read-report.ts';
import { documentOf } from './tables/drawn.ts';
import { drawApplications, FIGURES_2021, officialReport, read } from './tables/printed-form.ts';

describe('readReport', () => {
  it('reads who, when and what beside the tables', () => {
    const { report, sections, claims } = read(officialReport('g2021'));
    expect(report).toMatchObject({
      year: 2023,
      generation: 'g2021',
      title: '松山市教育局2023年政府信息公开工作年度报告',
    });
    expect(report.issuer.name).toBe('松山市教育局');
    expect(sections.map((section) => section.key)).toEqual([
      'overview',
      'proactive',
      'applications',
      'remedies',
      'problems',
      'other',
    ]);
    expect(claims).toEqual([]);
  });

  it('tells the form by its tables, whatever the year says', () => {
    expect(read(officialReport('g2019', { year: 2022 })).report.generation).toBe('g2019');
  });

  it('names every fact of the form that the document does not print', () => {
    const { diagnostics } = read(officialReport('g2021', { remedies: ['无。'] }));
    const missing = diagnostics.filter((one) => one.code === 'facts.missing');
    const remedies = factsOf(G2021).filter((fact) => fact.table === 'remedies');
    expect(missing.map((one) => one.facts)).toEqual([remedies.map((fact) => fact.id)]);
  });

  it('takes tables without a word around them for a report', () => {
    expect(readReport(documentOf(drawApplications(G2021, FIGURES_2021)))).not.toBeNull();
  });

  it.each([
    ['nothing', documentOf()],
    [
      'a notice',
      documentOf('关于做好2023年政府信息公开工作年度报告编制工作的通知', '各单位：', '请按时报送。'),
    ],
    [
      'a list of reports',
      documentOf(
        '政府信息公开年报',
        '松山市教育局2023年政府信息公开工作年度报告',
        '松山市司法局2023年政府信息公开工作年度报告',
      ),
    ],
    [
      'other statistics',
      documentOf('2023年统计', [
        ['项目', '数量'],
        ['人口', '12'],
        ['户数', '3'],
      ]),
    ],
  ])('takes %s for no report', (_, document) => {
    expect(readReport(document)).toBeNull();
  });

  it('gives the same for the same document, which it leaves as it is', () => {
    const document = officialReport('g2019');
    const before = JSON.stringify(document);
    expect(JSON.stringify(readReport(document))).toBe(JSON.stringify(readReport(JSON.parse(before))));
    expect(JSON.stringify(document)).toBe(before);
  });
});
