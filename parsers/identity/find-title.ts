/**
 * The report's title, in any wording, on one line or broken over several. In: the first lines and the
 * metadata. Out: the title as shown, with the organ and the year it names. It does not judge whether the
 * document is a report.
 */
import type { Diagnostic } from '../../src/document/diagnostic.ts';
import type { Metadata } from '../../src/document/document.ts';
import { YEAR } from './dates.ts';
import { fold, type Line, toLine } from './lines.ts';
import { beginsWithPlace, isOrganName } from './organ-name.ts';
import { type TitleParts, titleParts } from './title-pattern.ts';

export interface FoundTitle {
  readonly title: string;
  readonly year: number | null;
  readonly organ: string | null;
  /** The title's last line; null where it comes from the metadata. */
  readonly block: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lines: 〈unit〉 / 〈year〉 / 政府信息公开 / 工作年度报告 is the longest break met. */
const MAX_LINES = 4;
/** Blocks from one title of a list to the next: its date may stand between. */
const LIST_STEP = 2;
/** Metadata that names the document's title, best first. */
const TITLE_SOURCES = [
  'html:h1',
  '名称',
  '标题',
  '信息名称',
  '文件名称',
  'meta:ArticleTitle',
  '题名',
  'html:title',
  'title',
];
/** A notice's title runs on: …年度报告 / 编制公布工作的通知. */
const RUNS_ON = /^(?:的?通知|的函|编制|编写|公布|填报|报送|工作的)/;
/** A title's last line holds at least the end of 报告, 年报, 总结, or the year that follows it. */
const LAST_WORDS = new RegExp(`[告报结]|^\\(?${YEAR}`);
const ONLY_YEAR = new RegExp(`^\\(?${YEAR}年?度?\\)?$`);
const YEAR_AT_END = new RegExp(`${YEAR}年?度?$`);
/** The whole report in one line: the title, then the first words of the preamble. */
const GLUED =
  /^(.{4,70}?(?:年度报告|工作报告|年报|情况的报告))(?=根据|为|按照|依照|依据|本报告|现|一、|20\d\d年,|\(?20\d\d年\d)/;

/** The title; null where the document prints none and the metadata has none. */
export function findTitle(head: readonly Line[], metadata: readonly Metadata[]): FoundTitle | null {
  const printed = printedTitles(head);
  const told = TITLE_SOURCES.flatMap((name) =>
    metadata.filter((entry) => entry.name === name).flatMap((entry) => metadataTitle(entry)),
  ).filter(isClear);
  const clear = printed.filter(isClear);
  const confirmed = clear.find((one) => told.some((other) => fold(other.title) === fold(one.title)));
  return confirmed ?? reportsOwn(clear, head) ?? told[0] ?? printed.find((one) => !isClear(one)) ?? null;
}

/** A title without year and organ (政府信息公开年报) is as often the name of a column. */
function isClear(found: FoundTitle): boolean {
  return found.year !== null || found.organ !== null;
}

/**
 * 历年年报 beside the text: another report's title follows at once; the last of such a list is the report's own
 * where text follows it. On a page that only lists reports none does.
 */
function reportsOwn(clear: readonly FoundTitle[], head: readonly Line[]): FoundTitle | null {
  const own = clear.find((one, at) => !isListed(one, clear.slice(at + 1)));
  if (!own || own === clear[0]) return own ?? null;
  const hasText = head.some((line) => line.block > (own.block ?? -1) && isSentence(line));
  return hasText ? own : null;
}

function isListed(found: FoundTitle, after: readonly FoundTitle[]): boolean {
  const next = after.find((other) => other.year !== found.year || other.organ !== found.organ);
  return next !== undefined && (next.block ?? 0) - (found.block ?? 0) <= LIST_STEP;
}

function printedTitles(head: readonly Line[]): FoundTitle[] {
  const found: FoundTitle[] = [];
  for (let last = 0; last < head.length; last++) {
    const first = firstLine(head, last);
    if (first === null) continue;
    if (RUNS_ON.test(head[last + 1]?.key ?? '')) continue;
    const line = joined(head, first, last);
    found.push({ ...titleOf(line, titleParts(line.key)!), block: head[last]!.block, diagnostics: [] });
  }
  if (found.length > 0) return found;
  return head.flatMap((line) => {
    const glued = GLUED.exec(line.key)?.[1];
    const parts = glued ? titleParts(glued) : null;
    return parts ? [{ ...titleOf(line, parts), block: line.block, diagnostics: [] }] : [];
  });
}

/** The first line of the title that ends in line `last`; null where no title ends there. */
function firstLine(head: readonly Line[], last: number): number | null {
  if (!LAST_WORDS.test(head[last]!.key)) return null;
  let first = last;
  while (!endsTitle(joined(head, first, last).key, first === last)) {
    first--;
    if (first < 0 || last - first >= MAX_LINES || isSentence(head[first]!)) return null;
  }
  while (first > 0 && last - first < MAX_LINES - 1 && belongsAbove(head, first, last)) first--;
  return first;
}

/** Only on one line may the page's labels follow the title. */
function endsTitle(key: string, mayTrail: boolean): boolean {
  const parts = titleParts(key);
  return parts !== null && (mayTrail || parts.end >= key.replace(/》$/, '').length);
}

function isSentence(line: Line): boolean {
  return line.key.length > 60 || /[。;,:?!]/.test(line.key);
}

/** Is the line above part of the title: the organ or the year that the title lacks, or the first half of the organ's name? */
function belongsAbove(head: readonly Line[], first: number, last: number): boolean {
  const above = head[first - 1]!;
  if (isSentence(above) || titleParts(above.key)) return false;
  const line = joined(head, first, last);
  const parts = titleParts(line.key)!;
  const organ = parts.organ && line.key.slice(...parts.organ);
  if (ONLY_YEAR.test(above.key)) return parts.year === null;
  const aboveOrgan = above.key.replace(YEAR_AT_END, '');
  if (organ === null) return isOrganName(aboveOrgan) && (aboveOrgan === above.key || parts.year === null);
  const whole = titleParts(above.key + line.key);
  const wholeOrgan = whole?.organ && (above.key + line.key).slice(...whole.organ);
  return Boolean(
    wholeOrgan &&
      !beginsWithPlace(organ) &&
      beginsWithPlace(wholeOrgan) &&
      isOrganName(wholeOrgan) &&
      !isComplete(above.key),
  );
}

/** 沭阳县人民政府 above 发展和改革局2023年…: a site's name, not the first half of the organ's. */
function isComplete(key: string): boolean {
  return /(?:政府|局|委员会|办公室|网站?|平台)$/.test(key);
}

function joined(head: readonly Line[], first: number, last: number): Line {
  if (first === last) return head[last]!;
  const lines = head.slice(first, last + 1);
  const text = (part: 'shown' | 'key' | 'raw'): string => lines.map((line) => line[part]).join('');
  return { block: head[last]!.block, raw: text('raw'), shown: text('shown'), key: text('key') };
}

function metadataTitle(entry: Metadata): FoundTitle[] {
  const line = toLine(entry.value, -1);
  const parts = titleParts(line.key);
  if (!parts) return [];
  const inferred: Diagnostic = {
    code: 'title.inferred',
    severity: 'info',
    message: `The text prints no title; it is taken from the metadata ${entry.name}`,
  };
  return [{ ...titleOf(line, parts), block: null, diagnostics: [inferred] }];
}

function titleOf(line: Line, parts: TitleParts): Pick<FoundTitle, 'title' | 'year' | 'organ'> {
  return {
    title: line.shown.slice(parts.start, parts.end),
    year: parts.year,
    organ: parts.organ && line.shown.slice(...parts.organ),
  };
}
