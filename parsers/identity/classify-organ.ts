/**
 * An organ's kind and level, by the ending of its name and its division. Null where the name does not tell
 * (市人民政府 without a known place may be of three levels). Order of the table matters: the narrower first.
 */

import { walkDivision } from '../divisions/walk-division.ts';
import type { Division, Issuer, OrganKind, OrganLevel } from '../report.ts';

/** A government's level where its name tells it without a place. */
const GOVERNMENT_ENDINGS: readonly (readonly [RegExp, OrganKind])[] = [
  [/(?:乡|镇|苏木)$/, 'gov_township'],
  [/(?:省|自治区)$/, 'gov_province'],
  [/(?:自治州|盟|地区)$/, 'gov_prefecture'],
  [/(?:县|旗|林区|特区|区)$/, 'gov_county'],
];

const GOVERNMENT_OF_LEVEL = {
  province: 'gov_province',
  prefecture: 'gov_prefecture',
  county: 'gov_county',
} as const satisfies Partial<Record<OrganLevel, OrganKind>>;

/** 条例 art. 49, 地方组织法 art. 85: kinds by the end of the name, the first that fits. */
const KINDS: readonly (readonly [RegExp, OrganKind])[] = [
  [/政府办(?:公[厅室])?$|^[一-鿿]*(?:省|市|县|区|旗|州|盟)政府办$/, 'gov_office'],
  [/街道(?:办事处|办)?$|街道(?:办事处)?.*(?:中心|办公室|办|所|站)$/, 'subdistrict'],
  [
    /^国家税务总局.+|税务(?:分)?局(?:稽查局)?$|.(?:海关|海事局|气象局|邮政管理局|烟草专卖局|通信管理局)$/,
    'vertical',
  ],
  [/(?:调查(?:总)?队|消防救援(?:总队|支队|大队|局)|出入境边防检查站|出入境检验检疫局)$/, 'vertical'],
  [
    /^国家(?:外汇管理局|金融监督管理总局|统计局|矿山安全监察局|能源局|粮食和物资储备局).+(?:局|队|办|分局|办公室)$/,
    'vertical',
  ],
  [
    /^中国人民银行.+(?:行|部)$|(?:银保监|银监|证监|保监|监管)(?:分)?局$|(?:银行|保险|证券)监督管理委员会.+局$/,
    'vertical',
  ],
  [
    /(?:煤矿|矿山)安全监察局$|^财政部.+监管局$|^审计署.+特派员办事处$|^民航.+管理局$|铁路监督管理局$/,
    'vertical',
  ],
  [
    /(?:区|园|城|岛|基地|港|湖|山|带|谷|片|寺)(?:党工委)?管(?:理委员|委)会$|(?<!国资委)管委会$/,
    'zone_committee',
  ],
  [/(?:管理区|开发区|示范区|高新区|新区|园区|保税区)$/, 'zone_committee'],
  [/(?:中心|学会|协会|基金会|联合会|供销合作社|供销社|总社|档案馆|图书馆|研究院|党校)$/, 'authorized_org'],
  [/(?:厅|局|委员会|办公室|办公厅|司|总队|支队|大队|执法队)$/, 'dept_local'],
  [/(?:[改康健资建科教经信业农卫计]委|[防务管贫治革][办]|部|处|所|站|办)$/, 'dept_local'],
];

/** Departments, bureaus and offices of the State Council: no place, and a word of the state's or a ministry's name. */
const STATE_COUNCIL =
  /^(?:中华人民共和国|国务院|国家|中国|全国)?(?:[一-鿿]{2,10}(?:部|委员会|署|总局|局|银行|办公室|办公厅)|[一-鿿]{2,8}会)$/;
const STATE_WORD = /^(?:中华人民共和国|国务院|国家|中国|全国)/;
/** Ministries and the few others that are called without 国家 (国务院机构设置, 2008–2023). */
const MINISTRIES =
  /^(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|国土资源|环境保护|生态环境|住房和城乡建设|交通运输|铁道|水利|农业|农业农村|商务|文化|文化和旅游|卫生|退役军人事务|应急管理|监察)部$|^(?:审计署|海关总署)$/;
const PARTY_PART = /(?:组织|宣传|统战|武装|人武)部$/;

/** Kind and level of an organ. */
export function classifyOrgan(name: string, division: Division | null): Pick<Issuer, 'kind' | 'level'> {
  if (isStateCouncil(name)) return { kind: 'state_council_dept', level: 'central' };
  const kind = kindOf(name, division);
  return { kind, level: kind ? levelOf(kind, name, division) : null };
}

function isStateCouncil(name: string): boolean {
  if (MINISTRIES.test(name) || MINISTRIES.test(name.replace(STATE_WORD, ''))) return true;
  return (
    STATE_WORD.test(name) && walkDivision(name).end === 0 && STATE_COUNCIL.test(name) && !/税务局$/.test(name)
  );
}

function kindOf(name: string, division: Division | null): OrganKind | null {
  if (/(?:行政公署|行署)$/.test(name)) return 'gov_prefecture';
  const place = /^(.+?)(?:人民)?政府$/.exec(name)?.[1] ?? (isPlace(name) ? name : null);
  if (place !== null) return governmentKind(place, division);
  return KINDS.find(([ending]) => ending.test(name) && !PARTY_PART.test(name))?.[1] ?? null;
}

/** 泗阳县 as the issuer of 泗阳县2020年…报告, 双塘镇 likewise. */
function isPlace(name: string): boolean {
  const end = walkDivision(name).end;
  return end === name.length || /..(?:镇|乡|苏木)$/.test(name);
}

function governmentKind(place: string, division: Division | null): OrganKind | null {
  const told = GOVERNMENT_ENDINGS.find(([ending]) => ending.test(place))?.[1] ?? null;
  if (told === 'gov_township') return told;
  const level = division && walkDivision(place).end === place.length ? levelOfDivision(division) : null;
  return level ? GOVERNMENT_OF_LEVEL[level] : told;
}

const LEVEL_OF_KIND: Partial<Record<OrganKind, OrganLevel>> = {
  gov_province: 'province',
  gov_prefecture: 'prefecture',
  gov_county: 'county',
  gov_township: 'township',
  subdistrict: 'township',
};
/** A township's station, a zone's bureau: not of the division's own level. */
const BELOW = /(?:镇|乡|苏木|街道)(?!企业|村)/;
const ZONE = /开发区|高新区|新区|示范区|园区|保税|风景|度假区|管理区|实验区/;

function levelOf(kind: OrganKind, name: string, division: Division | null): OrganLevel | null {
  const fixed = LEVEL_OF_KIND[kind];
  if (fixed) return fixed;
  // A zone's rank is set by the government that founded it; the name does not say it.
  const rest = name.slice(walkDivision(name).end);
  if (kind === 'zone_committee' || ZONE.test(rest)) return null;
  if (kind === 'dept_local' && /厅$/.test(name)) return 'province';
  if (BELOW.test(rest) && !/城乡|乡村/.test(rest)) return 'township';
  return division ? levelOfDivision(division) : levelToldByName(name);
}

/** A place that no list has (a misread 沐阳县): its last unit tells the level, but 市 is of three. */
function levelToldByName(name: string): OrganLevel | null {
  if (/^[一-鿿]{1,20}[县旗]/.test(name)) return 'county';
  return /^[一-鿿]{2,3}省(?!.*[市县区旗州盟])/.test(name) ? 'province' : null;
}

function levelOfDivision(division: Division): 'province' | 'prefecture' | 'county' {
  if (division.code.endsWith('0000')) return 'province';
  return division.code.endsWith('00') ? 'prefecture' : 'county';
}
