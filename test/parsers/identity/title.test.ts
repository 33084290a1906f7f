import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../../parsers/identity/read-identity.ts';
import { page, text } from './builders.ts';

const read = (...paragraphs: string[]) => {
  const { title, year, issuer } = readIdentity(text(...paragraphs));
  return [title, year, issuer.name];
};

describe('a title on one line', () => {
  it.each([
    ['泗阳县审计局2022年政府信息公开工作年度报告', 2022, '泗阳县审计局'],
    ['2022年度泗阳县审计局政府信息公开工作年度报告', 2022, '泗阳县审计局'],
    ['泗阳县审计局政府信息公开2021年度报告', 2021, '泗阳县审计局'],
    ['泗阳县审计局2024年度政府信息公开工作报告', 2024, '泗阳县审计局'],
    ['泗阳县审计局2020年政府信息公开年度报告', 2020, '泗阳县审计局'],
    ['泗阳县审计局2020年政府信息公开工作的年度报告', 2020, '泗阳县审计局'],
    ['2014年环境保护局信息公开年报', 2014, '环境保护局'],
    ['泗阳县审计局2011年度政府信息公开年度工作报告', 2011, '泗阳县审计局'],
    ['泗阳县审计局2016年政务信息公开年度报告', 2016, '泗阳县审计局'],
    ['泗阳县审计局2018年政务公开年度报告', 2018, '泗阳县审计局'],
    ['泗阳县审计局关于2022年度政府信息公开情况的报告', 2022, '泗阳县审计局'],
    ['双塘镇2014年度信息年度公开报告', 2014, '双塘镇'],
    ['双塘镇2010年政府信息公开报告', 2010, '双塘镇'],
    ['泗阳县审计局政府信息公开工作年度报告（2025年）', 2025, '泗阳县审计局'],
    ['泗阳县审计局政府信息公开工作年度报告', null, '泗阳县审计局'],
    ['泗阳县审计局二〇二一年政府信息公开工作年度报告', 2021, '泗阳县审计局'],
    ['泗阳县审计局二○二一年政府信息公开工作年度报告', 2021, '泗阳县审计局'],
    ['泗阳县审计局二零二一年政府信息公开工作年度报告', 2021, '泗阳县审计局'],
    ['泗阳县审计局二0一七年政府信息公开工作年度报告', 2017, '泗阳县审计局'],
    ['泗阳县审计局２０２１年政府信息公开工作年度报告', 2021, '泗阳县审计局'],
    ['重庆市人民政府2025年政府信息公开工作年度报告', 2025, '重庆市人民政府'],
    ['2025年重庆市人民政府政府信息公开工作年度报告', 2025, '重庆市人民政府'],
    ['泗阳县双塘镇人民政府信息公开年度报告', null, '泗阳县双塘镇人民政府'],
    ['沭阳县2020年政府信息公开工作年度报告', 2020, '沭阳县'],
    ['example.com双塘乡2018年政府信息公开年度报告', 2018, 'example.com双塘乡'],
    ['2023年政府信息公开工作年度报告', 2023, null],
    ['关于2022年度政府信息公开情况的报告', 2022, null],
    ['泗阳县审计局政府信息公开工作2022年年度报告', 2022, '泗阳县审计局'],
    ['泗阳县审计局政府信息公开工作年度报告2022', 2022, '泗阳县审计局'],
    ['泗阳县审计局2022年政府信息公开工作年度报告（网站版）', 2022, '泗阳县审计局'],
    ['泗阳县审计局2022年政府信息与政务公开工作年度报告', 2022, '泗阳县审计局'],
    ['泗阳县审计局2008年5月1日至12月31日政府信息公开年度报告', 2008, '泗阳县审计局'],
  ])('%s', (title, year, organ) => {
    expect(read(title)).toEqual([title, year, organ]);
  });

  it('loses the white space of the layout, also within words', () => {
    expect(read('泗阳县审计局 2022 年度 政府信息\u3000公开工作\u00a0年度报告')[0]).toBe(
      '泗阳县审计局2022年度政府信息公开工作年度报告',
    );
  });

  it.each([
    ['附件1：', ''],
    ['★', '★'],
    ['[年报]', ''],
    ['《', '》'],
    ['Page 8 - ', ''],
    ['', ' 发布时间：2023-01-20 来源：泗阳县审计局'],
    ['', ' [2023-01-20]'],
    ['', '（2023年1月25日）'],
    ['', ' 字体：[大 中 小] 打印'],
    ['', '_泗阳县审计局'],
    ['', '.pdf'],
  ])('stands without what the page prints around it: %s…%s', (before, after) => {
    const title = '泗阳县审计局2022年政府信息公开工作年度报告';
    expect(read(before + title + after, '一、总体情况')).toEqual([title, 2022, '泗阳县审计局']);
  });

  it('is read in traditional characters and with pinyin in brackets', () => {
    expect(read('沭陽縣財政局2019年政府信息公開工作年度報(bào)告')).toEqual([
      '沭陽縣財政局2019年政府信息公開工作年度報告',
      2019,
      '沭陽縣財政局',
    ]);
  });

  it('is cut off where the whole report stands in one line', () => {
    expect(
      read('双塘镇2016年政府信息公开工作年度报告 根据《条例》，现公布双塘镇2016年报告。一、概述')[0],
    ).toBe('双塘镇2016年政府信息公开工作年度报告');
  });
});

describe('a title broken over lines', () => {
  const whole = '泗阳县审计局2016年政府信息公开工作年度报告';
  it.each([
    [['泗阳县审计局', '2016年政府信息公开工作年度报告']],
    [['泗阳县审计局2016年', '政府信息公开工作年度报告']],
    [['泗阳县审计局', '2016年', '政府信息公开工作年度报告']],
    [['泗阳县审计局', '2016年', '政府信息公开', '工作年度报告']],
    [['泗阳县审计局2016年政府信息公开', '工作年度报告']],
    [['泗阳县审', '计局2016年政府信息公开工作年度报告']],
    [['泗阳县审计局\n2016年政府信息公开工作年度报告']],
    [[whole, '泗阳县审计局', '2016年政府信息公开工作年度报告']],
  ])('%j is joined', (lines) => {
    expect(read(...lines, '一、总体情况')).toEqual([whole, 2016, '泗阳县审计局']);
  });

  it('takes nothing from lines above that are no part of it', () => {
    expect(read('索引号：123', '公开方式', whole)[0]).toBe(whole);
    expect(read('沭阳县人民政府', whole)[0]).toBe(whole);
    expect(read('2017年', whole)[0]).toBe(whole);
  });
});

describe('a page with the titles of several reports', () => {
  const of = (year: number) => `泗阳县审计局${year}年政府信息公开工作年度报告`;
  const opening = '根据《中华人民共和国政府信息公开条例》，编制本报告。';

  it('is about the one that text follows', () => {
    const identity = readIdentity(
      text('历年年报', of(2021), '2022-01-20', of(2020), '2021-01-20', of(2022), opening),
    );
    expect([identity.title, identity.year, identity.published]).toEqual([of(2022), 2022, null]);
    expect(read(of(2022), opening, '一、总体情况', '无。', of(2021), of(2020))[0]).toBe(of(2022));
  });

  it('is about the one that its metadata name', () => {
    const identity = readIdentity(page({ 'html:title': `${of(2021)}_某网` }, of(2022), opening, of(2021)));
    expect(identity.year).toBe(2021);
  });

  it('is about none where it only lists them', () => {
    expect(readIdentity(text(of(2023), of(2022), of(2021), of(2020))).title).toBeNull();
  });

  it('may print a long menu above', () => {
    expect(read(...Array.from({ length: 90 }, () => '政务公开'), of(2022), opening)[0]).toBe(of(2022));
  });
});

describe('what is no title of a report', () => {
  it.each([
    [['关于做好2023年政府信息公开工作年度报告编制公布工作的通知']],
    [['关于做好2023年政府信息公开工作年度报告', '编制公布工作的通知']],
    [['关于报送2023年政府信息公开工作年度报告的函']],
    [['泗阳县审计局2023年部门预算']],
    [['现公布泗阳县审计局2023年政府信息公开工作年度报告。']],
    [['2023年政府信息公开情况统计表']],
    [['泗阳县审计局2022年政府信息公开工作年度报告解读']],
    [['泗阳县审计局2022年政府信息公开工作自查报告']],
  ])('%j', (lines) => {
    expect(readIdentity(text(...lines)).title).toBeNull();
  });
});

describe('a title that the text does not print', () => {
  it('comes from the metadata without the site’s name, and is named as inferred', () => {
    const identity = readIdentity(
      page({ 'html:title': '2020年政府信息公开工作年度报告_泗阳县审计局' }, '一、总体情况'),
    );
    expect(identity.title).toBe('2020年政府信息公开工作年度报告');
    expect(identity.diagnostics.map(({ code }) => code)).toEqual(['title.inferred', 'issuer.inferred']);
  });

  it('gives way to the printed one', () => {
    const identity = readIdentity(
      page({ 'html:h1': '政府信息公开年报' }, '泗阳县审计局2020年政府信息公开工作年度报告'),
    );
    expect(identity.title).toBe('泗阳县审计局2020年政府信息公开工作年度报告');
  });

  it('is missing, in words, where nothing names it', () => {
    const identity = readIdentity(text('一、总体情况', '我局高度重视。'));
    expect(identity.title).toBeNull();
    expect(identity.diagnostics.map(({ code }) => code)).toEqual([
      'title.missing',
      'year.missing',
      'issuer.missing',
    ]);
  });
});

it('any text is read without an exception', () => {
  const words = [
    '2021',
    '年',
    '政府',
    '信息',
    '公开',
    '工作',
    '报告',
    '局',
    '泗阳县',
    '\n',
    ' ',
    '（',
    '）',
    '《',
    '-',
    '自',
    '至',
    '日',
  ];
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...words)).map((part) => part.join(''))), (lines) => {
      const identity = readIdentity(text(...lines));
      expect(identity).toEqual(readIdentity(text(...lines)));
    }),
  );
});
