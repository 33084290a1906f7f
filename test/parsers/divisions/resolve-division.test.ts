import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divisionIndex,
  isCurrent,
  shortForm,
  type Unit,
  unitsAbove,
} from '../../../parsers/divisions/division-index.ts';
import { resolveDivision } from '../../../parsers/divisions/resolve-division.ts';
import { walkDivision } from '../../../parsers/divisions/walk-division.ts';

const place = (name: string, year: number | null = 2019) => {
  const { division } = resolveDivision(name, { year });
  return division && `${division.code} ${division.path.join('/')}`;
};

describe('the place in an organ’s name', () => {
  it.each([
    ['吴忠市红寺堡区审批服务管理局', '640303 宁夏回族自治区/吴忠市/红寺堡区'],
    ['江苏省沭阳县某局', '321322 江苏省/宿迁市/沭阳县'],
    ['沭阳县发展和改革局', '321322 江苏省/宿迁市/沭阳县'],
    ['梨树县双塘镇人民政府', '220322 吉林省/四平市/梨树县'],
    ['长沙市浏阳市审计局', '430181 湖南省/长沙市/浏阳市'],
    ['北京市东城区人民政府', '110101 北京市/东城区'],
    ['重庆市教育委员会', '500000 重庆市'],
    ['济源市财政局', '419001 河南省/济源市'],
    ['吉林市财政局', '220200 吉林省/吉林市'],
    ['国家税务总局泗阳县税务局', '321323 江苏省/宿迁市/泗阳县'],
    ['盐城市公安局盐都分局', '320903 江苏省/盐城市/盐都区'],
    ['大同市大同县财政局', '140227 山西省/大同市/大同县'],
  ])('%s lies in %s', (name, expected) => {
    expect(place(name)).toBe(expected);
  });

  it('is taken from a short form where one unit alone has it, and says so', () => {
    expect(resolveDivision('福州统计局', { year: 2020 })).toMatchObject({
      basis: 'short',
      division: { code: '350100' },
    });
  });

  it.each([
    ['朝阳街道办事处'],
    ['北京路街道办事处'],
    ['城关镇人民政府'],
    ['和平镇人民政府'],
    ['江北新区管理委员会'],
    ['新疆生产建设兵团某局'],
    ['教育部'],
    ['环境保护局'],
    // A county raised to a city after the lists end must not pass as the old county.
    ['米林市财政局'],
  ])('is not told by %s', (name) => {
    expect(place(name)).toBeNull();
  });
});

describe('a unit that was renamed, merged or moved', () => {
  it.each([
    ['崇明县人民政府', 2010, '310230 上海市/崇明县'],
    ['崇明区人民政府', 2018, '310151 上海市/崇明区'],
    ['九江县财政局', 2010, '360421 江西省/九江市/九江县'],
    ['柴桑区财政局', 2020, '360404 江西省/九江市/柴桑区'],
    // A page made later names the old report's unit as it is called today.
    ['柴桑区财政局', 2010, '360404 江西省/九江市/柴桑区'],
    ['庐江县财政局', 2009, '341421 安徽省/巢湖市/庐江县'],
    ['庐江县财政局', 2015, '340124 安徽省/合肥市/庐江县'],
    ['襄樊市襄城区财政局', 2009, '420602 湖北省/襄樊市/襄城区'],
    ['襄阳市襄城区财政局', 2015, '420602 湖北省/襄阳市/襄城区'],
    ['宣武区财政局', 2008, '110104 北京市/宣武区'],
  ])('%s of %i is %s', (name, year, expected) => {
    expect(place(name, year)).toBe(expected);
  });
});

describe('a name that several places share', () => {
  const name = '鼓楼区教育局';

  it('stays open and lists the candidates', () => {
    const { division, candidates } = resolveDivision(name, { year: 2020 });
    expect(division).toBeNull();
    expect(candidates.map(({ code }) => code)).toEqual(['320106', '320302', '350102', '410204']);
  });

  it('is decided by the prefecture in the name', () => {
    expect(place('福州市鼓楼区教育局')).toBe('350102 福建省/福州市/鼓楼区');
  });

  it('is decided by a unit above it that another text names', () => {
    const { division, basis } = resolveDivision(name, { year: 2020, texts: ['开封市人民政府门户网站'] });
    expect([division?.code, basis]).toEqual(['410204', 'text']);
  });

  it('is decided by a code only where the code is that of a candidate or of a unit above one', () => {
    expect(resolveDivision(name, { year: 2020, codes: ['320302'] })).toMatchObject({
      basis: 'code',
      division: { code: '320302' },
    });
    expect(resolveDivision(name, { year: 2020, codes: ['350100'] }).division?.code).toBe('350102');
    expect(resolveDivision(name, { year: 2020, codes: ['999999', '440304'] }).division).toBeNull();
  });

  it('stays open where the texts name two of the prefectures', () => {
    expect(resolveDivision(name, { year: 2020, texts: ['南京市', '福州市'] }).division).toBeNull();
  });
});

describe('the whole table', () => {
  const units: Unit[] = [...divisionIndex().full.values()].flat().filter((unit) => isCurrent(unit, null));

  it('resolves every unit of today by its full path to itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...units), (unit) => {
        const path = [...unitsAbove(unit, null), unit].map((one) => one.name);
        const { division } = resolveDivision(`${path.join('')}财政局`, { year: null });
        expect(division).toEqual({ code: unit.code, path });
      }),
      { numRuns: 4000 },
    );
  });

  it('never walks beyond the name, and finds nothing but units of the table', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'北京市东城区吴忠州县江苏省新镇局') }), (name) => {
        const walk = walkDivision(name);
        expect(walk.end).toBeLessThanOrEqual(name.length);
        for (const unit of walk.units) expect(name).toContain(shortForm(unit.name) ?? unit.name);
      }),
    );
  });
});
