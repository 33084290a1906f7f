/**
 * Forms that are recognised but whose figures are not read: the national table of 2014–2018
 * (国办发〔2014〕32号), told by labels that only it has.
 */
import type { Generation } from '../report.ts';
import { parseLabel } from './label.ts';
import type { Line } from './lines.ts';

const WORDS: readonly (readonly [Generation, readonly string[]])[] = [
  ['g2014', ['统计指标', '制发规范性文件总数', '申请办结数', '被依法纠错数', '维持具体行政行为数']],
];
/** A narrative may use one of the words; the table has all. */
const MIN_WORDS = 2;

export function olderForm(lines: readonly Line[]): Generation | null {
  const cores = new Set(lines.flatMap((line) => line.labels.map((cell) => parseLabel(cell.text).core)));
  const found = WORDS.find(([, words]) => words.filter((word) => cores.has(word)).length >= MIN_WORDS);
  return found?.[0] ?? null;
}
