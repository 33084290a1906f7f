import { describe, expect, it } from 'vitest';
import { resolveDivision } from '../../../parsers/divisions/resolve-division.ts';
import { classifyOrgan } from '../../../parsers/identity/classify-organ.ts';
import { readIdentity } from '../../../parsers/identity/read-identity.ts';
import { page, text } from './builders.ts';

const untitled = '2020年政府信息公开工作年度报告';
const codes = (identity: ReturnType<typeof readIdentity>) => identity.diagnostics.map(({ code }) => code);

describe('an issuer that the title does not name', () => {
  it.each([
    ['根据《中华人民共和国政府信息公开条例》规定，现公布泗阳县审计局2020年政府信息公开工作年度报告。'],
    ['本报告由泗阳县审计局按照《中华人民共和国政府信息公开条例》编制，全文由正文和统计表组成。'],
    ['依照《中华人民共和国政府信息公开条例》的要求，泗阳县审计局编制了本报告。'],
    ['按照《条例》要求编制。如有疑问，请与泗阳县审计局办公室联系（电话：0000）。'],
  ])('is told by the preamble: %s', (sentence) => {
    const identity = readIdentity(text(untitled, sentence, '一、总体情况'));
    expect([identity.issuer.name, codes(identity)]).toEqual(['泗阳县审计局', ['issuer.inferred']]);
  });

  it.each([
    [page({ 发布机构: '泗阳县审计局' }, untitled)],
    [page({ 来源: '泗阳县审计局' }, untitled)],
    [text(untitled, '发布时间：2021-01-20　来源：泗阳县审计局　字体：大')],
    [text(untitled, '索引号', '012/2021-00001', '发文机构', '泗阳县审计局', '公开目录')],
    [text(untitled, '一、总体情况', '无。', '泗阳县审计局', '2021年1月20日')],
    [page({ 'html:title': `${untitled}_泗阳县审计局` }, untitled)],
  ])('is told by the page, the signature or the site', (document) => {
    const identity = readIdentity(document);
    expect([identity.issuer.name, codes(identity)]).toEqual(['泗阳县审计局', ['issuer.inferred']]);
  });

  it.each([
    ['我局认真贯彻落实条例，编制了本报告。'],
    ['本报告由本单位按照条例编制。'],
    ['根据要求，现公布我镇2020年政府信息公开工作年度报告。'],
  ])('is not told by %s', (sentence) => {
    const identity = readIdentity(text(untitled, sentence));
    expect([identity.issuer.name, codes(identity)]).toEqual([null, ['issuer.missing']]);
  });

  it('takes its place from elsewhere where the title gives the organ without one', () => {
    const identity = readIdentity(page({ 发布机构: '清远市环境保护局' }, '2014年环境保护局信息公开年报'));
    expect([identity.issuer.name, codes(identity)]).toEqual(['清远市环境保护局', ['issuer.inferred']]);
  });

  it.each([
    ['县审计局', '根据《条例》要求，现公布泗阳县审计局2020年政府信息公开工作年度报告。', '泗阳县审计局'],
    ['县政府办', '本报告由泗阳县人民政府编制。', '泗阳县人民政府'],
    ['市场监督管理局', '本报告由泗阳县审计局编制。', '市场监督管理局'],
  ])('takes it from the preamble where the page says only %s', (maker, sentence, name) => {
    expect(readIdentity(page({ 发布机构: maker }, untitled, sentence)).issuer.name).toBe(name);
  });

  it('is written as the page writes it', () => {
    expect(readIdentity(text(untitled, '信息來源：沭陽縣財政局')).issuer.name).toBe('沭陽縣財政局');
    expect(
      readIdentity(text(untitled, '現公布沭陽縣財政局2020年政府信息公開工作年度報告。')).issuer.name,
    ).toBe('沭陽縣財政局');
  });

  it('is in conflict with another that the page names, not with a short form', () => {
    const title = '泗阳县发展和改革局2020年政府信息公开工作年度报告';
    expect(codes(readIdentity(page({ 发布机构: '泗阳县教育局' }, title)))).toEqual(['issuer.conflict']);
    expect(codes(readIdentity(page({ 发布机构: '泗阳县发改局' }, title)))).toEqual([]);
    expect(codes(readIdentity(text(title, '如有疑问，请与泗阳县政务公开办公室联系。')))).toEqual([]);
  });
});

describe('kind and level', () => {
  it.each([
    ['财政部', 'state_council_dept', 'central'],
    ['国家发展和改革委员会', 'state_council_dept', 'central'],
    ['国家税务总局', 'state_council_dept', 'central'],
    ['海关总署', 'state_council_dept', 'central'],
    ['江苏省人民政府', 'gov_province', 'province'],
    ['重庆市人民政府', 'gov_province', 'province'],
    ['宁夏回族自治区人民政府', 'gov_province', 'province'],
    ['宿迁市人民政府', 'gov_prefecture', 'prefecture'],
    ['昌吉回族自治州人民政府', 'gov_prefecture', 'prefecture'],
    ['喀什地区行政公署', 'gov_prefecture', 'prefecture'],
    ['浏阳市人民政府', 'gov_county', 'county'],
    ['淮安市洪泽区人民政府', 'gov_county', 'county'],
    ['沭阳县', 'gov_county', 'county'],
    ['梨树县双塘镇人民政府', 'gov_township', 'township'],
    ['双塘乡', 'gov_township', 'township'],
    ['义乌市廿三里街道办事处', 'subdistrict', 'township'],
    ['合肥高新技术产业开发区管理委员会', 'zone_committee', null],
    ['宿迁市人民政府办公室', 'gov_office', 'prefecture'],
    ['江苏省人民政府办公厅', 'gov_office', 'province'],
    ['国家税务总局泗阳县税务局', 'vertical', 'county'],
    ['泗阳县气象局', 'vertical', 'county'],
    ['国家统计局泗阳调查队', 'vertical', 'county'],
    ['江苏省自然资源厅', 'dept_local', 'province'],
    ['北京市城市管理委员会', 'dept_local', 'province'],
    ['宿迁市司法局', 'dept_local', 'prefecture'],
    ['宿迁市泗阳县城市管理局', 'dept_local', 'county'],
    ['宿迁市国有资产监督管理委员会', 'dept_local', 'prefecture'],
    ['盐城市公安局盐都分局', 'dept_local', 'county'],
    ['定西市公共资源交易中心', 'authorized_org', 'prefecture'],
    ['环境保护局', 'dept_local', null],
    ['沐阳县财政局', 'dept_local', 'county'],
    ['某某省某某市青枫县财政局', 'dept_local', 'county'],
    ['某某省水利局', 'dept_local', 'province'],
    ['某某省某某市水利局', 'dept_local', null],
    ['某市人民政府', null, null],
  ])('%s is %s, %s', (name, kind, level) => {
    const { division } = resolveDivision(name, { year: 2020 });
    expect(classifyOrgan(name, division)).toEqual({ kind, level });
  });
});

describe('the division', () => {
  it('of an ambiguous name stays null, with its candidates in a diagnostic', () => {
    const identity = readIdentity(text('鼓楼区教育局2020年政府信息公开工作年度报告'));
    expect(identity.issuer.division).toBeNull();
    expect(identity.diagnostics).toMatchObject([
      { code: 'division.ambiguous', message: expect.stringContaining('350102') },
    ]);
  });

  it.each([
    [{ 'meta:SiteIDCode': '3501020009' }],
    [{ 索引号: '11350102004332205R/2021-00001' }],
    [{ 'meta:SiteName': '福州市鼓楼区人民政府' }],
  ])('of an ambiguous name is decided by %j, and says so', (metadata) => {
    const identity = readIdentity(page(metadata, '鼓楼区教育局2020年政府信息公开工作年度报告'));
    expect(identity.issuer.division?.code).toBe('350102');
    expect(codes(identity)).toEqual(['division.inferred']);
  });

  it('is not told by a site’s code alone', () => {
    const identity = readIdentity(
      page({ 'meta:SiteIDCode': '3501020009' }, '环境保护局2020年政府信息公开年报'),
    );
    expect(identity.issuer.division).toBeNull();
  });
});
