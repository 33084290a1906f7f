/**
 * What may be an organ's name, by its words: Han characters, no sentence, an organ's ending. In: folded text
 * without white space. Whether the organ exists is not asked.
 */
import { walkDivision } from '../divisions/walk-division.ts';

/** Characters; 新疆维吾尔自治区 … names of branches run to 45. */
const MAX_NAME = 50;
const MIN_NAME = 2;

/** Endings that organs have and other lines of a page seldom do. */
const ORGAN_ENDING =
  /(?:政府|厅|局|委员会|[改康资建科教经信]委|办公室|[府务治革]办|信访办|办事处|街道办?|管委会|管理区|开发区|新区|管理所|中心|研究院|法院|检察院|海关|银行|支行|总队|支队|大队|调查队|联合会|总社|供销社|行署|公署|档案馆|监管局|专员办|组织部|宣传部|武装部|外交部|教育部|民政部|司法部|财政部|商务部|建设部|资源部|运输部|水利部|农村部|旅游部|管理部|保障部|工业和信息化部|生态环境部|科学技术部|审计署|公司|大学|学校|学院|医院)$/;
const TOWNSHIP_ENDING = /[一-鿿]{2,}(?:镇|乡|苏木|街道)$/;
const NAME = /^[一-鿿·()、*A-Za-z0-9.]+$/;
/** 我局, 本机关: named from inside, nothing told. */
const SELF =
  /^(?:我|本|各|全|其他|有关|相关|上级|区|县|市|省|局|镇|乡|单位|机关|年度|政府|政务|部门|街道|部门街道|乡镇)(?:局|镇|乡|街道|县|区|市|省|委|办|中心|单位|机关|级|年|部门|办公室)?$/;

/** A name where the place says that it is one (within a title, behind 发布机构：). */
export function isOrganWord(key: string): boolean {
  return (
    key.length >= MIN_NAME &&
    key.length <= MAX_NAME &&
    NAME.test(key) &&
    /[一-鿿]{2}/.test(key) &&
    !SELF.test(key)
  );
}

/** A name that shows itself as an organ's, by its ending or by being a place. */
export function isOrganName(key: string): boolean {
  if (!isOrganWord(key)) return false;
  if (ORGAN_ENDING.test(key)) return true;
  return TOWNSHIP_ENDING.test(key) || (key.length >= 3 && walkDivision(key).end === key.length);
}

/** Does the name begin with a place of the division table, written in full? */
export function beginsWithPlace(key: string): boolean {
  const walk = walkDivision(key);
  return walk.end > 0 && !walk.isShort;
}

/** Words of sentences: what a cut-out name must not hold. */
const SENTENCE =
  /要求|规定|根据|按照|依照|依据|条例|结合|以下|我|本|由|精神|通知|文件|及其|并|现将|报告|一、|了/;

/** The organ's name at the end of a piece of a sentence: 现公布|吴忠市…局; null where none can be told. */
export function organAtEnd(piece: string): string | null {
  for (let at = 0; at < piece.length - 2; at++) {
    const text = piece.slice(at);
    if (beginsWithPlace(text) && isOrganName(text) && !SENTENCE.test(text)) return text;
  }
  return !SENTENCE.test(piece) && isOrganName(piece) ? piece : null;
}

/** Do two names differ by more than one being a short or a longer form of the other (发改局, 发展和改革局; …人民政府, …人民政府办公室)? */
export function contradicts(a: string, b: string): boolean {
  return !isSubsequence(a, b) && !isSubsequence(b, a);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}
