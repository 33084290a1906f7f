/**
 * The division table as an index: which units carry a name or its short form, which units stand above.
 * In: `divisions.data.json` (GB/T 2260 with history, see `test/data/build-divisions.ts`). Built once, on first use.
 */
import data from './divisions.data.json' with { type: 'json' };

export interface Unit {
  readonly code: string;
  readonly name: string;
  /** First and last report year in which the lists show the unit under this name; 0 and 9999 are open ends. */
  readonly from: number;
  readonly to: number;
}

export interface DivisionIndex {
  /** Units by full name: 沭阳县. */
  readonly full: ReadonlyMap<string, readonly Unit[]>;
  /** Units by the name without 县, 市, 区, 自治州 …: 沭阳. */
  readonly short: ReadonlyMap<string, readonly Unit[]>;
  /** Provinces and prefectures: what stands above others. */
  readonly byCode: ReadonlyMap<string, readonly Unit[]>;
  /** Lengths of names in characters, longest first. */
  readonly lengths: readonly number[];
  /** By a name's first character: bit n is set where a name or short form of n characters begins with it. */
  readonly lengthsByFirst: ReadonlyMap<string, number>;
}

/** Shorter short forms (和县 → 和, 郊区 → 郊) would be found in any text. */
const MIN_SHORT_FORM = 2;

const PEOPLES =
  '各族|蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|哈萨克族|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|乌孜别克|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春|赫哲族|门巴族|珞巴族|基诺族';
const AUTONOMOUS = new RegExp(`^(内蒙古|广西|西藏|宁夏|新疆|.+?)(?:${PEOPLES})*自治[区州县旗]$`);
/** Sets, not a pattern: all names are shortened once, when a run begins. */
const LONG_KINDS = new Set(['地区', '林区', '特区', '新区', '矿区']);
const KINDS = new Set('省市县区旗盟');

let built: DivisionIndex | undefined;

/** The index, built on the first call. */
export function divisionIndex(): DivisionIndex {
  built ??= buildIndex(data as unknown as readonly (readonly [string, string, number, number])[]);
  return built;
}

/** The name without its kind of unit (泗阳县 → 泗阳, 昌吉回族自治州 → 昌吉); null where too little would be left. */
export function shortForm(name: string): string | null {
  const short = name.includes('自治') ? AUTONOMOUS.exec(name)?.[1] : withoutKind(name);
  return short && short.length >= MIN_SHORT_FORM ? short : null;
}

function withoutKind(name: string): string | null {
  if (LONG_KINDS.has(name.slice(-2))) return name.slice(0, -2);
  return KINDS.has(name.slice(-1)) ? name.slice(0, -1) : null;
}

/** The digits that all units below share: two for a province, four for a prefecture. */
export function codePrefix(code: string): string {
  if (code.endsWith('0000')) return code.slice(0, 2);
  return code.endsWith('00') ? code.slice(0, 4) : code;
}

/** Was the unit there in the report year? Without a year: is it there today? */
export function isCurrent(unit: Unit, year: number | null): boolean {
  return year === null ? unit.to === 9999 : unit.from <= year && year <= unit.to;
}

/** The units above one, province first; the name is that of the report year. */
export function unitsAbove(unit: Unit, year: number | null): Unit[] {
  const codes = [`${unit.code.slice(0, 2)}0000`, `${unit.code.slice(0, 4)}00`];
  return [...new Set(codes)]
    .filter((code) => code !== unit.code)
    .flatMap((code) => {
      const named = divisionIndex().byCode.get(code) ?? [];
      const above =
        named.find((one) => isCurrent(one, year) && overlap(one, unit)) ??
        named.find((one) => overlap(one, unit)) ??
        named[0];
      return above ? [above] : [];
    });
}

function overlap(a: Unit, b: Unit): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function buildIndex(rows: readonly (readonly [string, string, number, number])[]): DivisionIndex {
  const full = new Map<string, Unit[]>();
  const short = new Map<string, Unit[]>();
  const byCode = new Map<string, Unit[]>();
  const lengths = new Set<number>();
  const lengthsByFirst = new Map<string, number>();
  const addLength = (name: string): void => {
    const first = name.charAt(0);
    lengths.add(name.length);
    lengthsByFirst.set(first, (lengthsByFirst.get(first) ?? 0) | (1 << name.length));
  };
  for (const [code, name, from, to] of rows) {
    const unit: Unit = { code, name, from, to };
    add(full, name, unit);
    if (code.endsWith('00')) add(byCode, code, unit);
    addLength(name);
    const shortened = shortForm(name);
    if (!shortened) continue;
    add(short, shortened, unit);
    addLength(shortened);
  }
  return { full, short, byCode, lengths: [...lengths].sort((a, b) => b - a), lengthsByFirst };
}

function add(map: Map<string, Unit[]>, key: string, unit: Unit): void {
  const units = map.get(key);
  if (units) units.push(unit);
  else map.set(key, [unit]);
}
