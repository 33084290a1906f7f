/** Cells to aligned lines of text: each column as wide as its widest line, cells of several lines set at the top. */
import { displayWidth, padEnd, padStart } from './display-width.ts';

export interface TextCell {
  readonly lines: readonly string[];
  readonly align?: 'left' | 'right';
  /** Applied to each line after it was padded, so that colours take no columns. */
  readonly style?: (text: string) => string;
}

const GAP = '  ';

export function cell(text: string, align: 'left' | 'right' = 'left'): TextCell {
  return { lines: [text], align };
}

/** One line a text line, without spaces at the end. */
export function textTable(rows: readonly (readonly TextCell[])[], indent = ''): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach(({ lines }, col) => {
      widths[col] = Math.max(widths[col] ?? 0, ...lines.map(displayWidth));
    });
  return rows.flatMap((row) => {
    const height = Math.max(1, ...row.map(({ lines }) => lines.length));
    return Array.from({ length: height }, (_, at) => {
      const parts = row.map(({ lines, align, style = (text: string) => text }, col) => {
        const pad = align === 'right' ? padStart : padEnd;
        return style(pad(lines[at] ?? '', widths[col] ?? 0));
      });
      return (indent + parts.join(GAP)).trimEnd();
    });
  });
}
