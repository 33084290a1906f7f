/**
 * Takes the lines of a column of labels and the heights of the rows, and tells which lines belong to which row.
 * A wrapped label stands with its middle at its row's height, so its lines lie above and below; the split that
 * puts the middles nearest to the rows, in order, is taken. A line that begins a new item begins a new label.
 */

export interface LabelLine {
  readonly y: number;
  readonly beginsItem: boolean;
}

/** In line heights: what a row without a label costs, against the distance of labels from their rows. */
const NO_LABEL = 1.2;
/** In line heights: what an item within another's label costs. */
const INNER_ITEM = 50;
/** Lines of the longest label. */
const MAX_LINES = 8;

/** The row of each line. `size` is the height of a line; lines and rows go down the page. */
export function labelRows(lines: readonly LabelLine[], rows: readonly number[], size: number): number[] {
  const columns = lines.length + 1;
  // best[row][line]: the least cost of giving the lines before `line` to the rows before `row`.
  const best = Array.from({ length: rows.length + 1 }, () => new Array<number>(columns).fill(Infinity));
  const taken = Array.from({ length: rows.length + 1 }, () => new Array<number>(columns).fill(0));
  best[0]![0] = 0;
  rows.forEach((y, row) => {
    for (let line = 0; line <= lines.length; line += 1) {
      for (let count = 0; count <= Math.min(line, MAX_LINES); count += 1) {
        const cost = best[row]![line - count]! + labelCost(lines.slice(line - count, line), y, size);
        if (cost < best[row + 1]![line]!) {
          best[row + 1]![line] = cost;
          taken[row + 1]![line] = count;
        }
      }
    }
  });
  const result = new Array<number>(lines.length).fill(0);
  let line = lines.length;
  for (let row = rows.length; row > 0; row -= 1) {
    const count = best[row]![line] === Infinity ? 0 : taken[row]![line]!;
    result.fill(row - 1, line - count, line);
    line -= count;
  }
  return result;
}

function labelCost(lines: readonly LabelLine[], y: number, size: number): number {
  if (lines.length === 0) return NO_LABEL;
  const middle = (lines[0]!.y + lines.at(-1)!.y) / 2;
  const inner = lines.slice(1).filter(({ beginsItem }) => beginsItem).length;
  return Math.abs(middle - y) / size + inner * INNER_ITEM;
}
