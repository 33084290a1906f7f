/**
 * What a report's title looks like, as a pattern: organ and year in any order, then 政府信息公开 …, then
 * 报告 or 年报. In: folded text without white space. Out: the title's parts with their places in the text.
 */
import { toYear, YEAR } from './dates.ts';
import { isOrganWord } from './organ-name.ts';

export interface TitleParts {
  /** Length of the title in the text; what follows (a site's name) is no part of it. */
  readonly end: number;
  /** Where the title begins, behind a label or a page mark. */
  readonly start: number;
  readonly year: number | null;
  /** `from`–`to` of the organ's name; null where the title names none. */
  readonly organ: readonly [number, number] | null;
}

/** Characters: longer lines are sentences. */
const MAX_TITLE = 90;

const SUBJECT_WORD =
  '(?:政府信息主动公开|政府信息公开|政务信息公开|政府信息[与和及、]政务公开|政务公开|信息公开|政府信息年度公开|信息年度公开)';
const SUBJECT = `${SUBJECT_WORD}(?:工作)?(?:[和与及、暨]${SUBJECT_WORD})?`;
const KIND = `(?:\\(?${YEAR}年?度?\\)?|年度|工作|情况|的|总结(?=报告))*(?:报告书?|年报|总结)`;
/** A remark in brackets that is no date, or the year once more. */
const MARK = `(?:\\((?!${YEAR}年\\d)[^()\\d]{0,3}(?:${YEAR}年?度?)?[^()\\d]{0,6}\\)|${YEAR}(?:年度?)?(?![年\\d./-]))?》?`;
const TITLE = new RegExp(`^([^,。;:?!<>|]{0,60}?)(${SUBJECT}${KIND})(${MARK})(.*)$`);
/** Signs that decorate a line or begin an item of a list. */
const SIGNS = '[★☆◆◇■□●○•·▲△※*#>]';
/**
 * What may follow on the same line: the site's name behind a separator, a file's extension, a date in brackets,
 * the page's own labels (发布时间, 字体, 打印).
 */
const TRAILER = new RegExp(
  `^(?:$|[-_—–|·].*|\\.(?:docx?|pdf|wps|html?)$|${SIGNS}+$|[(\\[【]?${YEAR}[年./-]\\d.*|[\\[【(]?(?:发布|发文|信息来源|来源|作者|日期|时间|字体|字号|浏览|点击|阅读|访问|打印|分享|收藏|关闭|索引号|文章来源|供稿|编辑).*)`,
);
/** Stands before the title on its line: 标题：, 附件1：, markdown's ##, a flipbook's Page 8 -, [年报]. */
const LABEL = new RegExp(
  `^(?:${SIGNS}+|(?:标题|名称|题名|附件\\d{0,2}):|(?:page|p\\.)\\d+-?|\\[[^\\]\\d]{1,8}\\]|【[^】\\d]{1,8}】|《)+`,
  'i',
);
/** The first reports cover eight months: 2008年5月1日至12月31日. */
const MONTHS = '\\d{1,2}月(?:\\d{1,2}日)?';
const SPAN = `(?:${MONTHS}[至到—–-]+(?:${YEAR}年)?${MONTHS})?`;
const YEAR_FIRST = new RegExp(`^(?:关于)?(${YEAR})(?:年度|年|度)?`);
const YEAR_LAST = new RegExp(`(?:关于)?\\(?(${YEAR})(?:年度|年${SPAN}|度)?\\)?$`);
const ANY_YEAR = new RegExp(YEAR);
/** Notices and surveys about reports, and whole lists of them. */
const OTHER_PAPER =
  /做好|印发|报送|编制|开展|通知|转发|征求|填报|上报|召开|培训|考核|解读|公示|汇总|统计表|附件|历年|关于.*关于|各[镇乡县区级单部]|下载|查看|^(?:政府|政务)?$|首页|位置/;

/** The title's parts where the whole text is a title; null otherwise. */
export function titleParts(key: string): TitleParts | null {
  if (key.length > MAX_TITLE || !/报告|年报|总结/.test(key)) return null;
  const start = LABEL.exec(key)?.[0].length ?? 0;
  const match = TITLE.exec(key.slice(start));
  if (!match || !TRAILER.test(match[4]!)) return null;
  const [, before = '', core = '', mark = ''] = match;
  if (before !== '' && OTHER_PAPER.test(before)) return null;
  const end = start + before.length + core.length + mark.replace(/》$/, '').length;
  const { organ, year } = organAndYear(before, core);
  const markYear = ANY_YEAR.exec(core)?.[0] ?? ANY_YEAR.exec(mark)?.[0];
  return {
    start,
    end,
    year: year ?? (markYear ? toYear(markYear) : null),
    organ: organ && [start + organ[0], start + organ[1]],
  };
}

/** Takes years and 关于 off both ends of what stands before 政府信息公开; the organ's name is left. */
function organAndYear(
  before: string,
  core: string,
): { organ: readonly [number, number] | null; year: number | null } {
  let from = 0;
  let to = before.length;
  let year: number | null = null;
  for (;;) {
    const text = before.slice(from, to);
    const first = YEAR_FIRST.exec(text);
    const last = first ? null : YEAR_LAST.exec(text);
    const filler = first || last ? null : /(?:关于|的|年度|[-—_·:]|上)$/.exec(text);
    if (first) from += first[0].length;
    else if (last) to -= last[0].length;
    else if (filler) to -= filler[0].length;
    else break;
    year ??= first ? toYear(first[1]!) : last ? toYear(last[1]!) : null;
  }
  // 义兴镇人民政府信息公开年度报告: one 政府 serves both words.
  if (before.slice(from, to).endsWith('人民') && to === before.length && core.startsWith('政府')) to += 2;
  const name = (before + core).slice(from, to);
  return { organ: isOrganWord(name) ? [from, to] : null, year };
}
