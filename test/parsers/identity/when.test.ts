import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../../parsers/identity/read-identity.ts';
import { page, text } from './builders.ts';

const codes = (identity: ReturnType<typeof readIdentity>) => identity.diagnostics.map(({ code }) => code);

describe('the period', () => {
  const read = (phrase: string) => {
    const identity = readIdentity(text('泗阳县审计局政府信息公开工作年度报告', `本报告${phrase}。`));
    const { from, to } = identity.period;
    return [from, to, codes(identity).filter((code) => code.startsWith('period'))];
  };

  it.each([
    ['所列数据的统计期限自2022年1月1日起至2022年12月31日止', '2022-01-01', '2022-12-31'],
    ['的统计期限自2022年1月1日起，至2022年12月31日止', '2022-01-01', '2022-12-31'],
    ['统计时间为2022年1月1日至12月31日', '2022-01-01', '2022-12-31'],
    ['统计数据从2019年1月1日到12月31日止', '2019-01-01', '2019-12-31'],
    ['期限自2022年1月1日始至2022年12月31日止', '2022-01-01', '2022-12-31'],
    ['涵盖本中心2019年1月1日至12月31日期间', '2019-01-01', '2019-12-31'],
    ['统计期限2022年1月1日-2022年12月31日', '2022-01-01', '2022-12-31'],
    ['数据时限：2016年1月1日——2016年12月31日', '2016-01-01', '2016-12-31'],
    ['统计期为 2023 年 1 月 1 日 至 2023 年 12 月 31 日', '2023-01-01', '2023-12-31'],
    ['统计期为２０２３年１月１日至２０２３年１２月３１日', '2023-01-01', '2023-12-31'],
    ['的统计期限自2008年5月1日起至2008年12月31日止', '2008-05-01', '2008-12-31'],
    ['自2010年1月1日起至2011年12月31日止', '2010-01-01', '2011-12-31'],
    ['的数据截止2018年12月31日', null, '2018-12-31'],
    ['统计数据截至2017年底', null, '2017-12-31'],
    ['核定时间点为2022年12月31日', null, '2022-12-31'],
    ['截至2023年12月31日，累计主动公开信息12条', null, null],
    ['于2023年3月1日至4月30日开展专项行动', null, null],
    ['统计期限自', null, null],
  ])('%s', (phrase, from, to) => {
    expect(read(phrase)).toEqual([from, to, []]);
  });

  it.each([
    ['自202111日起至20211231日止', '2021-01-01', '2021-12-31'],
    ['自202111日起至20211230日止', '2021-01-01', '2021-12-30'],
    ['自20201月1日起至202012月31日止', '2020-01-01', '2020-12-31'],
    ['自20221月1日起至2022年12月31日止', '2022-01-01', '2022-12-31'],
    ['为201711日至20171231日', '2017-01-01', '2017-12-31'],
    ['自2018年1月日起至2018年12月31日止', '2018-01-01', '2018-12-31'],
  ])('%s is repaired, and says so', (phrase, from, to) => {
    expect(read(phrase)).toEqual([from, to, ['period.repaired']]);
  });

  it('is null and named where a date is no day of the calendar', () => {
    expect(read('统计期限自2022年1月1日起至2022年12月32日止')).toEqual([
      '2022-01-01',
      null,
      ['period.unreadable'],
    ]);
  });

  it('is found in the first section and over a line’s end', () => {
    const identity = readIdentity(
      text('某报告', '一、总体情况', '统计期限自', '2014年1月1日起至2014年', '12月31日止。'),
    );
    expect(identity.period).toEqual({ from: '2014-01-01', to: '2014-12-31' });
  });
});

describe('the report year', () => {
  it('is the title’s, and a period that names another is a conflict', () => {
    const identity = readIdentity(
      text('泗阳县审计局2013年政府信息公开工作年度报告', '统计期限自2014年1月1日起至2014年12月31日止。'),
    );
    expect(identity.year).toBe(2013);
    expect(codes(identity)).toEqual(['year.conflict']);
  });

  it('is the period’s where the title names none', () => {
    const lines = ['泗阳县审计局政府信息公开工作年度报告', '统计期限自2020年1月1日起至2020年12月31日止。'];
    expect(readIdentity(text(...lines)).year).toBe(2020);
  });

  it('is the first sentence’s where neither names one', () => {
    const lines = ['政府信息公开工作年度报告', '现公布泗阳县审计局2019年政府信息公开工作年度报告。'];
    expect(readIdentity(text(...lines)).year).toBe(2019);
  });

  it('is never a publication date’s or a document number’s', () => {
    const identity = readIdentity(
      page(
        { 发布日期: '2021-05-01' },
        '泗阳县审计局政府信息公开工作年度报告',
        '按照国办公开办函〔2021〕30号要求编制。',
        '泗阳县审计局',
        '2021年5月1日',
      ),
    );
    expect(identity.year).toBeNull();
    expect(codes(identity)).toEqual(['year.missing']);
  });
});

describe('the publication date', () => {
  const title = '泗阳县审计局2021年政府信息公开工作年度报告';
  it.each([
    ['2022-01-20', '2022-01-20'],
    ['2022/1/5', '2022-01-05'],
    ['2022年1月5日 15:30', '2022-01-05'],
    ['2022-01-20 15:30:11', '2022-01-20'],
    ['20220120', '2022-01-20'],
    ['2022-13-40', null],
    ['', null],
  ])('stated by the metadata as %s', (value, expected) => {
    expect(readIdentity(page({ '发 布 日 期': value }, title)).published).toBe(expected);
  });

  it.each([
    [[title, '发布日期：2022-01-26', '一、总体情况'], '2022-01-26'],
    [[title, '发布时间：2022年01月28日　来源：泗阳县审计局　浏览次数：', '一、总体情况'], '2022-01-28'],
    [[title, '来源:泗阳县审计局 时间:2022-01-08 07:58', '一、总体情况'], '2022-01-08'],
    [[title, '文      号', '浏览量', '日期', '2022-01-31', '一、总体情况'], '2022-01-31'],
    [[...Array.from({ length: 30 }, () => '菜单'), title, '发布日期：2022-01-26'], '2022-01-26'],
    [[title, '（2022年1月25日）', '一、总体情况'], '2022-01-25'],
    [[`${title}（2022年1月25日）`, '一、总体情况'], '2022-01-25'],
    [[`${title} [2022-01-25]`, '一、总体情况'], '2022-01-25'],
    [[`${title}2021年1月1日至2021年12月31日`, '一、总体情况'], null],
    [[title, '一、总体情况', '无。', '泗阳县审计局', '2022年2月4日'], '2022-02-04'],
    [[title, '一、总体情况', '无。', '泗阳县审计局 2022年2月4日', '- 3 -'], '2022-02-04'],
    [[title, '一、总体情况', '无。', '二〇二二年一月二十一日'], '2022-01-21'],
    [[title, '采集时间：2025-12-30', '一、总体情况'], null],
    [[title, '统计期限自2021年1月1日起至2021年12月31日止', '一、总体情况'], null],
    [[title, '一、总体情况', '2021年3月1日，我局召开会议。'], null],
  ])('printed in %j', (lines, expected) => {
    expect(readIdentity(text(...lines)).published).toBe(expected);
  });

  it('is the metadata’s before the signature’s', () => {
    const identity = readIdentity(
      page({ 成文日期: '2022-01-10', 发布日期: '2022-01-20' }, title, '2022年1月15日'),
    );
    expect(identity.published).toBe('2022-01-20');
  });
});
