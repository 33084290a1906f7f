/**
 * The document's running text as lines to search: the first ones and the last ones, each as shown (white
 * space that layout put between Han characters and digits removed) and folded for matching. Tables are left out.
 */
import type { Document } from '../../src/document/document.ts';

export interface Line {
  readonly block: number;
  /** As read, trimmed; for `label: value` rows, where white space separates. */
  readonly raw: string;
  /** As a careful person would copy it: no white space but between Latin words. */
  readonly shown: string;
  /** `shown`, character for character, with full-width forms and traditional characters folded. */
  readonly key: string;
}

export interface Lines {
  readonly head: readonly Line[];
  readonly tail: readonly Line[];
}

/** Lines: titles, preambles and the first section lie within; later text is narrative. */
const HEAD_LINES = 40;
/** Characters: the opening that the period is searched in (`find-period.ts`), and a line more. */
const HEAD_CHARACTERS = 9000;
/** Characters: shorter lines (a menu's entries above the text) count as a part of a line only. */
const FULL_LINE = 16;
/** Lines: signature, date, page number, and what a page prints below. */
const TAIL_LINES = 12;
/** Characters of one line looked at: a whole report may stand in one line. */
const MAX_LINE = 4000;

/** Characters that mirrors in traditional script write differently, of those that titles and organ names need. */
const TRADITIONAL = new Map(
  Array.from(
    '開开報报務务縣县區区鎮镇鄉乡廳厅辦办處处會会員员發发廣广東东國国統统計计數数據据從从時时間间為为編编製制與与聯联係系機机構构稅税氣气糧粮財财審审環环農农業业勞劳動动資资產产監监衛卫療疗險险應应軍军維维爾尔齊齐寧宁遼辽龍龙蘇苏陽阳湯汤烏乌魯鲁濟济濱滨滄沧漢汉麗丽蘭兰銀银錦锦鐵铁頭头長长門门關关灣湾島岛嶺岭溝沟澤泽滬沪贛赣貴贵雲云陝陕肅肃臺台馬马鹽盐臨临樂乐義义興兴學学體体視视規规劃划設设運运輸输總总結结號号來来實实認认複复復复訴诉請请佈布類类稱称個个條条組组織织責责單单準准網网點点園园綜综質质紅红陸陆張张吳吴鄭郑楊杨馮冯錢钱趙赵劉刘莊庄鳳凤鶴鹤寶宝慶庆歸归滿满鞏巩綏绥瀋沈聖圣顧顾豐丰鄲郸鄰邻萊莱蕪芜淺浅溫温瀏浏瀘泸瀾澜潁颍涇泾渦涡澗涧晉晋絳绛縉缙紹绍鉅巨鎖锁閩闽閻阎韓韩項项順顺頻频騰腾驛驿魚鱼鮮鲜鳴鸣麥麦黃黄齡龄龜龟閱阅讀读現现將将於于進进'.match(
      /../gu,
    ) ?? [],
    (pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const,
  ),
);

/** The first and the last lines of the document's paragraphs, empty lines and page numbers left out. */
export function documentLines(document: Document): Lines {
  const head: Line[] = [];
  let seen = 0;
  let characters = 0;
  for (let at = 0; at < document.blocks.length && seen < HEAD_LINES && characters < HEAD_CHARACTERS; at++)
    for (const line of blockLines(document, at)) {
      head.push(line);
      seen += Math.min(1, line.key.length / FULL_LINE);
      characters += line.key.length;
    }
  const tail: Line[] = [];
  for (let at = document.blocks.length - 1; at >= 0 && tail.length < TAIL_LINES; at--)
    tail.unshift(...blockLines(document, at));
  return { head, tail: tail.slice(-TAIL_LINES) };
}

/** A text as a line of a block. */
export function toLine(text: string, block: number): Line {
  const raw = text.slice(0, MAX_LINE).trim();
  const shown = closeUp(raw);
  return { block, raw, shown, key: fold(shown) };
}

/** 報(bào)告: mirrors write the sound behind a character. */
const PINYIN = /(?<=[\u3400-\u9fff])[(（][a-zü\u00e0-\u00fc\u0101-\u01dc]{1,6}[)）]/g;

/** What `closeUp` may have to remove; most paragraphs hold none of it. */
const NOISE = /[\s\u200b-\u200f\u2060\ufeff\u00ad]|[(（][a-zü\u00e0-\u00fc\u0101-\u01dc]/;

/** Removes white space and invisible characters, except single spaces between Latin letters. */
export function closeUp(text: string): string {
  if (!NOISE.test(text)) return text;
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(PINYIN, '')
    .replace(/\s+/g, (space, at: number, whole: string) =>
      /[A-Za-z]/.test(whole[at - 1] ?? '') && /[A-Za-z]/.test(whole[at + space.length] ?? '') ? ' ' : '',
    );
}

/** What each code unit folds to, 0 where to itself: a table, since every character of the opening passes it. */
const FOLDED = new Uint16Array(0x10000);
for (let code = 0xff01; code <= 0xff5e; code++) FOLDED[code] = code - 0xfee0;
for (const [code, plain] of TRADITIONAL) FOLDED[code] = plain;

/** Folds full-width ASCII and traditional characters, one character to one. */
export function fold(text: string): string {
  let folded = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const plain = FOLDED[text.charCodeAt(at)]!;
    if (plain === 0) continue;
    folded += text.slice(kept, at) + String.fromCharCode(plain);
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** - 3 -, — 4 —, 第5页, 5/7: printed on every page, no part of the text. */
const PAGE_NUMBER = /^(?:第?\s*)?[-—–－\s]*\d{1,3}(?:\s*[/／]\s*\d{1,3})?[-—–－\s]*(?:页)?$/;

function blockLines(document: Document, at: number): Line[] {
  const block = document.blocks[at];
  if (block?.kind !== 'paragraph') return [];
  return block.text
    .split('\n')
    .filter((text) => text.trim() !== '' && !PAGE_NUMBER.test(text.trim()))
    .map((text) => toLine(text, at));
}

/** Characters of a label that stands on a line of its own: 发布日期, 索 引 号：. */
const LONE_LABEL = /^[\u3400-\u9fff\s]{2,10}[:：]?$/;
/** Lines above and below the title within which a page prints its labels. */
const LABEL_LINES = 15;
/** Characters: longer lines are sentences. */
const LABEL_TEXT = 300;

/** The lines around the title (or the first ones), a lone label joined with the line below: 日期 / 2024-01-31. */
export function labelTexts(head: readonly Line[], titleBlock: number | null): string[] {
  const title = Math.max(
    0,
    head.findIndex((line) => line.block === titleBlock),
  );
  const around = head.slice(Math.max(0, title - LABEL_LINES), title + LABEL_LINES + 1);
  return around
    .filter(({ raw }) => raw.length <= LABEL_TEXT)
    .map(({ raw }, at, lines) => {
      const below = lines[at + 1];
      return below && LONE_LABEL.test(raw) ? `${raw.replace(/[\s:：]/g, '')}:${below.raw}` : raw;
    });
}
