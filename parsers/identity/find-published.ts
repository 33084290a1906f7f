/**
 * The publication date, as stated: by the page's metadata, by a line 发布日期：… or a date in brackets under the
 * title, or by the signature at the text's end. Out: ISO or null. Never from a document number or a period.
 */
import type { Metadata } from '../../src/document/document.ts';
import { findDate, YEAR } from './dates.ts';
import { fold, type Line, type Lines, labelTexts } from './lines.ts';

/** Metadata that states it, best first; folded, without white space. */
const SOURCES = [
  '发布日期',
  '发布时间',
  '公开日期',
  '公开时间',
  '发文日期',
  '印发日期',
  '成文日期',
  '生成日期',
  '发稿时间',
  '更新时间',
  '日期',
  '时间',
  'meta:PubDate',
  'meta:publishdate',
  'meta:PublishTime',
  'meta:firstpublishedtime',
  'html:publishtime',
].map((name) => name.toLowerCase());
const LABELLED =
  /(?:^|[\s|([【])(?:发布日期|发布时间|公开日期|公开时间|发文日期|印发日期|成文日期|生成日期|发稿时间|日期|时间)\s*:\s*([\d二][^:]{5,20})/;
/** Lines below the title in which the page puts the date. */
const UNDER_TITLE = 4;
/** Lines before the end within which a signature stands. */
const SIGNATURE_LINES = 8;
const WHOLE_LINE = new RegExp(
  `^[(\\[【]?(?:\\d{4}年\\d{1,2}月\\d{1,2}日|${YEAR}年[一二三四五六七八九十〇○零\\d]{1,3}月[一二三四五六七八九十〇○零\\d]{1,3}日|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})[)\\]】]?(?:印发|发布)?$`,
);
const SIGNED_LINE = new RegExp(`^[一-鿿·()]{3,40}(${YEAR}年\\d{1,2}月\\d{1,2}日)\\)?$`);

/** On the title's own line: …年度报告（2022年1月25日）; no period's first day. */
const BESIDE = new RegExp(
  `(?:报告书?|年报|总结)[(\\[【]?(${YEAR}(?:年[^年月]{1,3}月[^月日]{1,3}日|[-/.]\\d{1,2}[-/.]\\d{1,2}))(?![起至到—–-])`,
);

/** The date; `titleBlock` is the block after which a date may stand under the title. */
export function findPublished(
  lines: Lines,
  metadata: readonly Metadata[],
  titleBlock: number | null,
): string | null {
  return (
    fromMetadata(metadata) ??
    fromLabel(lines.head, titleBlock) ??
    underTitle(lines.head, titleBlock) ??
    signed(lines.tail, titleBlock)
  );
}

function fromMetadata(metadata: readonly Metadata[]): string | null {
  const named = new Map(
    metadata.map(({ name, value }) => [fold(name).replace(/\s+/g, '').toLowerCase(), value]),
  );
  for (const source of SOURCES) {
    const date = findDate(withoutGaps(fold(named.get(source) ?? '')));
    if (date) return date;
  }
  return null;
}

function fromLabel(head: readonly Line[], titleBlock: number | null): string | null {
  for (const text of labelTexts(head, titleBlock)) {
    const stated = LABELLED.exec(fold(text))?.[1];
    const date = stated ? findDate(withoutGaps(stated)) : null;
    if (date) return date;
  }
  return null;
}

function underTitle(head: readonly Line[], titleBlock: number | null): string | null {
  if (titleBlock === null) return null;
  const beside = head.filter((line) => line.block === titleBlock).map((line) => BESIDE.exec(line.key)?.[1]);
  const below = head.filter((line) => line.block > titleBlock).slice(0, UNDER_TITLE);
  const dated = beside.find(Boolean) ?? below.find((line) => WHOLE_LINE.test(line.key))?.key;
  return dated ? findDate(dated) : null;
}

/** A signature stands below the title; what a page prints above it are other reports' dates. */
function signed(tail: readonly Line[], titleBlock: number | null): string | null {
  const lines = tail.slice(-SIGNATURE_LINES).filter((line) => line.block > (titleBlock ?? -1));
  for (const line of lines.reverse()) {
    if (WHOLE_LINE.test(line.key)) return findDate(line.key);
    const date = SIGNED_LINE.exec(line.key)?.[1];
    if (date && !/至|自|截/.test(line.key)) return findDate(date);
  }
  return null;
}

/** 2020 年 1 月 5 日 15:30 → 2020年1月5日15:30; the gap before a time stays after digits. */
function withoutGaps(text: string): string {
  return text.replace(/\s*([年月日])\s*/g, '$1').trim();
}
