/** Tables as issuers alter them: labels misspelt, lost and moved, tables cut, joined and printed twice. */
import { describe, expect, it } from 'vitest';
import { factId } from '../../../parsers/forms/form.ts';
import { G2019, G2021 } from '../../../parsers/forms/forms.ts';
import type { Drawn } from './drawn.ts';
import {
  APPLICANTS,
  APPLICATIONS_HEADER,
  codesOf,
  drawApplications,
  drawOutcomes,
  drawProactive,
  drawRemedies,
  FIGURES_2019,
  FIGURES_2021,
  namedFacts,
  officialReport,
  type Parts,
  REMEDIES_HEADER,
  read,
  readFigures,
  remediesFigures,
  silentFaults,
} from './printed-form.ts';

const ALL = FIGURES_2021;
const report2021 = (parts: Partial<Parts>) => read(officialReport('g2021', parts));
const report2019 = (parts: Partial<Parts>) => read(officialReport('g2019', parts));
const rowFacts = (row: string) => APPLICANTS.map((column) => factId('applications', row, column));

/** The drawing with one cell's text replaced wherever it stands. */
const relabel = (drawn: Drawn, changes: Readonly<Record<string, string>>): string[][] =>
  drawn.map((row) => row.map((text) => changes[text] ?? text));
const rowOf = (drawn: Drawn, label: string): number => {
  const at = drawn.findIndex((row) => row.includes(label));
  if (at < 0) throw new Error(`no row ${label}`);
  return at;
};
const without = (figures: Readonly<Record<string, string>>, ids: readonly string[]) =>
  Object.fromEntries(Object.entries(figures).filter(([id]) => !ids.includes(id)));

describe('labels', () => {
  it.each([
    [
      'one character wrong',
      { '1.属于国家秘密': '1.属于国家机密', '7.属于行政执法案卷': '7.属于行政执法案件' },
    ],
    [
      'characters lost',
      { '2.其他法律行政法规禁止公开': '2.其他法律行政止公开', '3.危及“三安全一稳定”': '3.“三安全一稳定”' },
    ],
    [
      'numbers lost',
      { '（三）不予公开': '不予公开', '（四）无法提供': '无法提供', '1.属于国家秘密': '属于国家秘密' },
    ],
    [
      'a character doubled',
      { '（六）其他处理': '（六）其其他处理', '6.属于四类过程性信息': '6.属于四类过程性性信息' },
    ],
    [
      'the wording of other issuers',
      { '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': '（二）部分公开' },
    ],
    [
      'short forms',
      {
        '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': '1.逾期不补正',
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': '2.逾期不缴费',
      },
    ],
    [
      'letter-spaced',
      { '四、结转下年度继续办理': '四 、 结 转 下 年 度 继 续 办 理', '3.其他': '3 . 其 他' },
    ],
    [
      'set one character a line',
      {
        '三、本年度办理结果': '三\n、\n本\n年\n度\n办\n理\n结\n果',
        '（一）予以公开': '（一）\n予\n以\n公\n开',
      },
    ],
    [
      'in traditional characters',
      { '3.要求提供公开出版物': '3.要求提供公開出版物', '1.信访举报投诉类申请': '1.信訪舉報投訴類申請' },
    ],
    [
      'other brackets and points',
      { '（五）不予处理': '(五)不予处理', '2.重复申请': '2、重复申请', '（七）总计': '(七)合计' },
    ],
  ])('with %s still find their rows', (_, changes) => {
    const report = report2021({ applications: [relabel(drawApplications(G2021, ALL), changes)] });
    expect(readFigures(report)).toEqual(ALL);
  });

  it('altered by the issuer are told with the official wording', () => {
    const drawn = relabel(drawApplications(G2021, ALL), { '1.属于国家秘密': '1.属于国家机密' });
    const { alteredLabels } = report2021({ applications: [drawn] });
    expect(alteredLabels).toMatchObject([
      {
        table: 'applications',
        row: 'denied_state_secret',
        printed: '1.属于国家机密',
        official: '1.属于国家秘密',
      },
    ]);
  });

  it('of columns in any wording and spacing still find their columns', () => {
    const changes = {
      自然人: '自然\n人',
      商业企业: '商 业 企 业',
      科研机构: '科研\n机构',
      社会公益组织: '社会\n公益\n组织',
      总计: '合计',
    };
    const report = report2021({ applications: [relabel(drawApplications(G2021, ALL), changes)] });
    expect(readFigures(report)).toEqual(ALL);
  });

  it('of groups may be lost', () => {
    const drawn = drawApplications(G2021, ALL);
    const lost = relabel(drawn, {
      '三、本年度办理结果': '',
      '（三）不予公开': '',
      '（四）无法提供': '',
      '（五）不予处理': '',
      '（六）其他处理': '',
    });
    const report = report2021({ applications: [lost] });
    expect(silentFaults(report, ALL)).toEqual([]);
    expect(readFigures(report)).toEqual(ALL);
  });

  it('of groups may be repeated on every row', () => {
    const drawn = drawApplications(G2021, ALL);
    let [outer, inner] = ['', ''];
    const repeated = drawn.map((row, i) => {
      if (i < APPLICATIONS_HEADER.length || row[1] === '←') return row;
      if (row[0] !== '↑') outer = row[0]!;
      if (row[2] === '←') return [outer, ...row.slice(1)];
      if (row[1] !== '↑') inner = row[1]!;
      return [outer, inner, ...row.slice(2)];
    });
    expect(readFigures(report2021({ applications: [repeated] }))).toEqual(ALL);
  });

  it('of rows may be lost: their order decides, and a diagnostic names every fact of each such line', () => {
    const drawn = drawApplications(G2021, ALL);
    const first = rowOf(drawn, '1.属于国家秘密');
    const lost = drawn.map((row, i) =>
      i >= first && i < first + 8 ? [row[0]!, row[1]!, '', ...row.slice(3)] : row,
    );
    const report = report2021({ applications: [lost] });
    expect(silentFaults(report, ALL)).toEqual([]);
    const denied = Object.keys(ALL).filter((id) => id.startsWith('applications.denied_'));
    const byOrder = report.diagnostics.filter((one) => one.code === 'row.by-order');
    expect(byOrder.flatMap((one) => one.facts ?? []).sort()).toEqual([...denied].sort());
    expect(new Set(byOrder.map((one) => one.severity))).toEqual(new Set(['warning']));
    expect(denied.filter((id) => !namedFacts(report).has(id))).toEqual([]);
    expect(denied.filter((id) => readFigures(report)[id] !== ALL[id])).toEqual([]);
  });
});

describe('rows', () => {
  it('（六）其他处理 printed as one row in a report of 2021 is applications.other, and the three below it are named as missing', () => {
    const drawn = drawApplications(G2021, ALL);
    const first = rowOf(drawn, '3.其他') - 2;
    const single = [
      ...drawn.slice(0, first),
      ['↑', '（六）其他处理', '←', '1', '2', '3', '4', '5', '6', '21'],
      ...drawn.slice(first + 3),
    ];
    const report = report2021({ applications: [single] });
    expect(report.report.generation).toBe('g2021');
    expect(APPLICANTS.map((c) => report.facts[`applications.other.${c}`]?.value)).toEqual([
      1, 2, 3, 4, 5, 6, 21,
    ]);
    expect(
      silentFaults(report, {
        ...without(ALL, [
          ...rowFacts('other_correction_overdue'),
          ...rowFacts('other_fee_unpaid'),
          ...rowFacts('other_misc'),
        ]),
        ...Object.fromEntries([1, 2, 3, 4, 5, 6, 21].map((v, i) => [rowFacts('other')[i]!, String(v)])),
      }),
    ).toEqual([]);
    expect(namedFacts(report).has('applications.other_misc.total')).toBe(true);
  });

  it('out of order find their facts by their labels, and it is told', () => {
    const drawn = drawApplications(G2021, ALL);
    const [a, b] = [rowOf(drawn, '四、结转下年度继续办理'), rowOf(drawn, '一、本年新收政府信息公开申请数量')];
    const moved = [...drawn.slice(0, b), drawn[a]!, ...drawn.slice(b, a)];
    const report = report2021({ applications: [moved] });
    expect(readFigures(report)).toEqual(ALL);
    expect(codesOf(report)).toContain('row.out-of-order');
  });

  it('that no form knows are kept as extras and shift nothing', () => {
    const drawn = drawApplications(G2021, ALL);
    const at = rowOf(drawn, '四、结转下年度继续办理');
    const extra = ['五、网上受理平台访问人次', '←', '←', '1', '2', '3', '4', '5', '6', '21'];
    const report = report2021({ applications: [[...drawn.slice(0, at + 1), extra]] });
    expect(readFigures(report)).toEqual(ALL);
    expect(report.extras).toMatchObject([
      { label: '五、网上受理平台访问人次', numbers: [1, 2, 3, 4, 5, 6, 21] },
    ]);
  });

  it('of notes below a table are no rows', () => {
    const note = ['注：行政复议、行政诉讼数量含上年度结转数量。', ...new Array<string>(14).fill('←')];
    const report = report2021({ remedies: [[...drawRemedies(ALL), note]] });
    expect(readFigures(report)).toEqual(ALL);
  });

  it('of a group with subtotals stand under the group, not in the row below', () => {
    const drawn = drawApplications(G2021, ALL);
    const at = rowOf(drawn, '1.属于国家秘密');
    const subtotal = ['↑', '（三）不予公开', '小计', '9001', '9002', '9003', '9004', '9005', '9006', '9007'];
    const rows = drawn.map((row, i) => (i === at ? ['↑', '↑', ...row.slice(2)] : row));
    const report = report2021({ applications: [[...rows.slice(0, at), subtotal, ...rows.slice(at)]] });
    expect(
      silentFaults(report, {
        ...ALL,
        ...Object.fromEntries(rowFacts('denied').map((id, i) => [id, String(9001 + i)])),
      }),
    ).toEqual([]);
    expect(without(readFigures(report), rowFacts('denied'))).toEqual(ALL);
  });

  it('with too few cells give unreadable facts that are named, never figures one column off', () => {
    const drawn = drawApplications(G2021, ALL);
    const at = rowOf(drawn, '2.重复申请');
    const cut = drawn.map((row, i) => (i === at ? [...row.slice(0, 3), ...row.slice(4), '←'] : row));
    const report = report2021({ applications: [cut] });
    expect(silentFaults(report, ALL)).toEqual([]);
    expect(without(readFigures(report), rowFacts('not_handled_repeat'))).toEqual(
      without(ALL, rowFacts('not_handled_repeat')),
    );
  });

  it('numbered by a column of their own are read without it', () => {
    const drawn = drawApplications(G2021, ALL);
    const numbered = drawn.map((row, i) => [
      i === 0 ? '序号' : i < APPLICATIONS_HEADER.length ? '↑' : String(i - 2),
      ...row,
    ]);
    expect(readFigures(report2021({ applications: [numbered] }))).toEqual(ALL);
  });
});

describe('columns', () => {
  it('swapped with their labels swap their facts', () => {
    const swap = (row: readonly string[]) => [...row.slice(0, 3), row[9]!, ...row.slice(4, 9), row[3]!];
    const drawn = drawApplications(G2021, ALL).map((row, i) => (i === 0 ? row : i === 2 ? row : swap(row)));
    expect(readFigures(report2021({ applications: [drawn] }))).toEqual(ALL);
  });

  it('that no form knows are kept as extras and shift nothing', () => {
    const drawn = drawApplications(G2021, ALL);
    const wider = drawn.map((row, i) => [...row, ['←', '备注数', '↑'][i] ?? '7']);
    const report = report2021({ applications: [wider] });
    expect(readFigures(report)).toEqual(ALL);
    expect(report.extras.length).toBe(drawn.length - APPLICATIONS_HEADER.length);
  });

  it('of legal persons left blank are blanks, and figures stay where they stand', () => {
    const drawn = drawApplications(G2021, ALL).map((row, i) =>
      i < APPLICATIONS_HEADER.length ? row : [...row.slice(0, 4), '', '\u00A0', '\u3000', '', ' ', row[9]!],
    );
    const report = report2021({ applications: [drawn] });
    const blank = Object.keys(ALL).filter((id) =>
      /^applications\..*\.(?:enterprise|research_institute|public_interest_org|legal_service|other_org)$/.test(
        id,
      ),
    );
    expect(readFigures(report)).toEqual(without(ALL, blank));
    expect(blank.map((id) => report.facts[id]?.state)).toEqual(blank.map(() => 'blank'));
  });

  it('whose cells have other spans than the header above them pair off in order', () => {
    const drawn = drawProactive(G2019, FIGURES_2019);
    const wide = (row: readonly string[], figures: boolean) =>
      figures ? [row[0]!, '←', row[1]!, row[2]!, row[3]!] : [row[0]!, row[1]!, '←', row[2]!, row[3]!];
    const block = drawn
      .slice(0, 4)
      .map((row, i) => (i === 0 ? [row[0]!, '←', '←', '←', '←'] : wide(row, i > 1)));
    const report = report2019({ proactive: [block, drawn.slice(4)] });
    expect(readFigures(report)).toEqual(FIGURES_2019);
  });

  it('whose header is cut to 本年新 twice are told by their order', () => {
    const drawn = relabel(drawProactive(G2019, FIGURES_2019), {
      本年新制作数量: '本年新',
      本年新公开数量: '本年新',
    });
    const report = report2019({ proactive: [drawn] });
    expect(readFigures(report)).toEqual(FIGURES_2019);
    expect(namedFacts(report).has('proactive.rules.newly_made')).toBe(true);
  });

  it('with an unknown label below a group are no subtotal of it', () => {
    const drawn = relabel(drawApplications(G2021, ALL), { 商业企业: '科研企业' });
    const report = report2021({ applications: [drawn] });
    expect(silentFaults(report, ALL)).toEqual([]);
    const enterprise = Object.keys(ALL).filter((id) => id.endsWith('.enterprise'));
    expect(readFigures(report)).toEqual(without(ALL, enterprise));
  });

  it('with a subtotal below a group stand under the group', () => {
    const drawn = drawApplications(G2021, ALL);
    const wider = drawn.map((row, i) => {
      const subtotal = ['←', '←', '小计'][i] ?? String(9000 + i);
      return [...row.slice(0, 9), subtotal, ...row.slice(9)];
    });
    const report = report2021({ applications: [wider] });
    const at = rowOf(drawn, '（一）予以公开');
    expect(report.facts['applications.granted.legal_person_or_org']?.value).toBe(9000 + at);
    expect(Object.fromEntries(Object.entries(readFigures(report)).filter(([id]) => id in ALL))).toEqual(ALL);
  });

  it('whose header cell reaches below the next heading are one column all the same', () => {
    const insertAt = [6, 5, 5, 5];
    const wider = drawRemedies(ALL).map((row, i) => [
      ...row.slice(0, insertAt[i]),
      '←',
      ...row.slice(insertAt[i]),
    ]);
    const report = report2021({ remedies: [wider] });
    expect(readFigures(report)).toEqual(ALL);
  });

  it('whose header lost the cells that held it in place are told by the order of its labels', () => {
    const kinds = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
    const header = [
      [
        '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        '←',
        '←',
        '申请人情况',
        ...Array(6).fill('←'),
      ],
      ['自然人', '法人或其他组织', '←', '←', '←', '←', '总计', '', '', ''],
      [...kinds, '', '', '', '', ''],
    ];
    const report = report2021({ applications: [[...header, ...drawApplications(G2021, ALL).slice(3)]] });
    expect(silentFaults(report, ALL)).toEqual([]);
    expect(readFigures(report)).toEqual(ALL);
  });

  it('whose figure is typed into the header take it from there', () => {
    const drawn = relabel(drawProactive(G2021, { ...ALL, 'proactive.admin_fees.fee_amount': '' }), {
      '本年收费金额（单位：万元）': '本年收费金额（单位：3.5万元）',
    });
    const report = report2021({ proactive: [drawn] });
    expect(report.facts['proactive.admin_fees.fee_amount']).toMatchObject({
      value: 3.5,
      raw: '本年收费金额（单位：3.5万元）',
    });
    expect(codesOf(report)).toContain('number.in-header');
  });
});

describe('tables', () => {
  const drawn = drawApplications(G2021, ALL);
  const outcomes = drawOutcomes(G2021, ALL);
  /** What a page break leaves: merged labels end above it, the next page has empty cells for them. */
  const cut = (rows: Drawn, at: number) =>
    [
      rows.slice(0, at),
      rows.slice(at).map((row, i) => (i === 0 ? row.map((text) => (text === '↑' ? '' : text)) : row)),
    ] as const;

  it.each([4, 6, 9, 15, 20, 24])('cut before row %d are read on, without a header', (at) => {
    const [upper, lower] = cut(outcomes, at);
    const report = report2021({ applications: [[...APPLICATIONS_HEADER, ...upper], lower] });
    expect(readFigures(report)).toEqual(ALL);
  });

  it.each([4, 6, 9, 15, 20, 24])('cut before row %d are read on, under a repeated header', (at) => {
    const [upper, lower] = cut(outcomes, at);
    const report = report2021({
      applications: [[...APPLICATIONS_HEADER, ...upper], '- 3 -', [...APPLICATIONS_HEADER, ...lower]],
    });
    expect(readFigures(report)).toEqual(ALL);
  });

  it('joined into one are read apart', () => {
    const wide = (rows: Drawn) =>
      rows.map((row) => [...row, ...new Array<string>(15 - row.length).fill('←')]);
    const heading = (text: string) => [text, ...new Array<string>(14).fill('←')];
    const one = [
      heading('二、主动公开政府信息情况'),
      ...wide(drawProactive(G2021, ALL)),
      heading('三、收到和处理政府信息公开申请情况'),
      ...wide(drawn),
      heading('四、政府信息公开行政复议、行政诉讼情况'),
      ...drawRemedies(ALL),
    ];
    const report = report2021({ proactive: [one], applications: [], remedies: [] });
    expect(silentFaults(report, ALL)).toEqual([]);
    expect(readFigures(report)).toEqual(ALL);
  });

  it('without header rows take the columns of the form', () => {
    const report = report2021({ applications: [outcomes], remedies: [[remediesFigures(ALL)]] });
    expect(silentFaults(report, ALL)).toEqual([]);
    expect(readFigures(report)).toEqual(ALL);
    expect(codesOf(report)).toContain('header.missing');
  });

  it('of proactive disclosure stand each by itself, too', () => {
    const rows = drawProactive(G2021, ALL);
    const starts = rows.flatMap((row, i) => (row[0]!.startsWith('第二十条') ? [i] : []));
    const apart = starts.map((start, i) => rows.slice(start, starts[i + 1]));
    expect(readFigures(report2021({ proactive: apart }))).toEqual(ALL);
  });

  it('printed twice alike count once', () => {
    const report = report2021({ applications: [drawn, drawn] });
    expect(readFigures(report)).toEqual(ALL);
    expect(codesOf(report)).not.toContain('fact.conflict');
  });

  it('printed twice with another figure are a conflict that names the fact', () => {
    const other = drawn.map((row) =>
      row.map((text) => (text === ALL['applications.granted.total'] ? '9999' : text)),
    );
    const report = report2021({ applications: [drawn, other] });
    const conflicts = report.diagnostics.filter((one) => one.code === 'fact.conflict');
    expect(conflicts.map((one) => one.facts)).toEqual([['applications.granted.total']]);
  });

  it('of remedies may come as three small ones', () => {
    const figures = remediesFigures(ALL);
    const outcomesOf = REMEDIES_HEADER[1]!.slice(0, 5);
    const small = ['行政复议', '未经复议直接起诉', '复议后起诉'].map((label, i) => [
      [label, '←', '←', '←', '←'],
      outcomesOf,
      figures.slice(i * 5, i * 5 + 5),
    ]);
    expect(readFigures(report2021({ remedies: small }))).toEqual(ALL);
  });

  it('of remedies may have a header on vertical characters', () => {
    const vertical = drawRemedies(ALL).map((row, i) =>
      i < 3 ? row.map((text) => (text.length === 1 ? text : [...text].join('\n'))) : row,
    );
    expect(readFigures(report2021({ remedies: [vertical] }))).toEqual(ALL);
  });
});
