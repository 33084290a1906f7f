/**
 * A block of a page in, the portal's record of the article out: 索引号, 发布机构, 发布日期 … with their values, from a
 * table or from lines. Undefined where the block is no such record, so that nothing of a report is taken for one.
 */
import type { Cell, Metadata, Table } from '../../document/document.ts';
import { filingLabel } from './page-labels.ts';

/** Characters of a line looked at: records are short. */
const MAX_LINE = 600;
/** What stands behind the last value of a line: `[打印] [关闭]`. */
const TOOLS = /(?:\s*[【[](?:打印|关闭|收藏|分享|返回)[^】\]]{0,8}[】\]])+\s*$/;

/** Labels in every other column; at least two labels, one of them sure, and half of the rows begin with one. */
export function tableEntries(table: Table): readonly Metadata[] | undefined {
  const entries: Metadata[] = [];
  let labels = 0;
  let isSure = false;
  const labelledRows = new Set<number>();
  const rows: Cell[][] = [];
  for (const cell of table.cells) {
    rows[cell.row] ??= [];
    rows[cell.row]!.push(cell);
  }
  for (const [row, cells = []] of rows.entries()) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      const label = filingLabel(cell.text);
      if (label === undefined) {
        const inline = lineEntries(cell.text);
        if (inline === undefined) continue;
        entries.push(...inline);
        labels += inline.length;
        isSure = true;
        labelledRows.add(row);
        continue;
      }
      labels++;
      isSure ||= label.isSure;
      labelledRows.add(row);
      const next = cells[i + 1];
      if (next === undefined || filingLabel(next.text) !== undefined) continue;
      i++;
      const value = tidy(next.text);
      if (value !== '') entries.push({ name: label.name, value });
    }
  }
  return labels >= 2 && isSure && labelledRows.size * 2 >= table.rows ? entries : undefined;
}

/** `发布时间：2021年01月05日　来源：…　浏览次数：9`: begins with a label, and one of its labels is sure. */
export function lineEntries(text: string): readonly Metadata[] | undefined {
  if (text.length > MAX_LINE || !/[：:]/.test(text)) return undefined;
  const marks: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  let isSure = false;
  // A label stands at the start or after a space; its characters may be spaced out: 索 引 号.
  for (const match of text.matchAll(
    /(?<=^|[\s|【[（(])([\u4e00-\u9fff](?:[ \u00a0\u3000]*[\u4e00-\u9fff]){0,7})[ \u00a0\u3000]*[：:]/g,
  )) {
    const found = longestLabel(match[1]!);
    if (found === undefined) continue;
    isSure ||= found.isSure;
    marks.push({ name: found.name, start: match.index + found.from, end: match.index + match[0].length });
  }
  if (marks[0] === undefined || !isSure || /[^\s|【[（(]/.test(text.slice(0, marks[0].start)))
    return undefined;
  return marks.flatMap(({ name, end }, i) => {
    const value = tidy(text.slice(end, marks[i + 1]?.start ?? text.length).replace(TOOLS, ''));
    return value === '' ? [] : [{ name, value }];
  });
}

/** The label at the end of a run of characters: the value before it may lean on it with a single space. */
function longestLabel(
  run: string,
): { readonly name: string; readonly isSure: boolean; readonly from: number } | undefined {
  for (let from = 0; from < run.length; from++) {
    if (from > 0 && !/\s/.test(run[from - 1]!)) continue;
    const label = filingLabel(run.slice(from));
    if (label !== undefined) return { ...label, from };
  }
  return undefined;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s|【[]+|[\s|【[]+$/g, '');
}
