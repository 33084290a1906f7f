/**
 * Walks a name from its start through the division table: 吴忠市红寺堡区审批服务管理局 → 吴忠市, 红寺堡区.
 * Out: the chains of units that reach furthest, full names before short forms. It does not choose between
 * units of the same name (`resolve-division.ts` does) and reads nothing but the name.
 */
import { codePrefix, divisionIndex, type Unit } from './division-index.ts';

export interface Walk {
  /** The deepest units that the name may mean, one a code and name. */
  readonly units: readonly Unit[];
  /** Where the place ends in the name; 0 where it names none. */
  readonly end: number;
  /** True where a unit is named without its 县, 市, 区 … */
  readonly isShort: boolean;
}

/** Bodies whose name stands before the place: 国家税务总局泗阳县税务局, 中国人民银行泗阳县支行. */
const CENTRAL_PREFIX =
  /^(?:中华人民共和国|国家(?:税务总局|统计局|外汇管理局|金融监督管理总局|粮食和物资储备局)|中国(?:人民银行|银行保险监督管理委员会|银行业监督管理委员会|保险监督管理委员会|证券监督管理委员会)|中国银保监会|中国证监会)(?=.)/;
/** 城关镇, 市中区街道, 北京路街道: the name of a township or a street, not of the place above it. */
const NAME_OF_SMALLER = /^(?:镇|乡|苏木|街道|社区|路|大街|大道|街)/;
/** After a short form: 米林市 is not 米林县, 江北新区 is not 江北区, and 生产建设兵团 is not its region. */
const NAME_OF_OTHER = /^(?:[省市县区旗州盟]|自治|地区|新区|新城|生产建设兵团)/;
/** A township is too often called like a county elsewhere (和平镇, 朝阳街道) for short forms to tell anything. */
const TOWNSHIP = /(?:镇|乡|苏木|街道|民族乡)(?:人民政府|政府|办事处|办)?$/;

/** The place at the start of a name. */
export function walkDivision(name: string): Walk {
  const skipped = CENTRAL_PREFIX.exec(name)?.[0].length ?? 0;
  const allowShort = !TOWNSHIP.test(name);
  const walk = walkFrom(name, skipped, null, allowShort);
  return walk.end > skipped ? walk : { units: [], end: 0, isShort: false };
}

function walkFrom(name: string, start: number, above: Unit | null, allowShort: boolean): Walk {
  const prefix = above ? codePrefix(above.code) : '';
  let best: Walk = { units: [], end: start, isShort: false };
  for (const { units, end, isShort } of unitsAt(name, start, allowShort)) {
    const inside = units.filter((unit) => unit.code.startsWith(prefix) && unit.code !== above?.code);
    if (inside.length === 0) continue;
    if (!isOfOther(name.slice(end, end + 6), isShort)) best = better(best, { units: inside, end, isShort });
    for (const unit of inside) {
      if (codePrefix(unit.code) === unit.code) continue;
      const deeper = walkFrom(name, end, unit, allowShort);
      if (deeper.units.length > 0) best = better(best, { ...deeper, isShort: deeper.isShort || isShort });
    }
  }
  return best;
}

/** Does what follows make the name another's? A unit below that begins so (镇远县) is found all the same. */
function isOfOther(rest: string, isShort: boolean): boolean {
  return NAME_OF_SMALLER.test(rest) || (isShort && NAME_OF_OTHER.test(rest));
}

/** Further into the name wins; at the same place full names win; equals are joined. */
function better(a: Walk, b: Walk): Walk {
  if (a.end !== b.end) return a.end > b.end ? a : b;
  if (a.isShort !== b.isShort) return a.isShort ? b : a;
  return { ...a, units: [...new Set([...a.units, ...b.units])] };
}

function unitsAt(name: string, start: number, allowShort: boolean): Walk[] {
  const { full, short, lengths, lengthsByFirst } = divisionIndex();
  const here = lengthsByFirst.get(name.charAt(start)) ?? 0;
  const found: Walk[] = [];
  for (const length of lengths) {
    const end = start + length;
    if ((here & (1 << length)) === 0) continue;
    if (end > name.length) continue;
    const text = name.slice(start, end);
    const units = full.get(text);
    if (units) found.push({ units, end, isShort: false });
    const shorts = allowShort ? short.get(text) : undefined;
    if (shorts) found.push({ units: shorts, end, isShort: true });
  }
  return found;
}
