/**
 * The sums of the form, checked by their own small reading: figures in, the names of the sums that fail
 * out. Knows neither the generator's drawing nor the rules of the audit.
 */
import type { Figures } from './figures.ts';

const APPLICATION_TOTALS = new Set(['new_received', 'carried_over', 'processed_total', 'carried_forward']);

/** Names like `row granted`, `column total`, `balance enterprise`, `remedies review`; empty where all hold. */
export function failingSums(figures: Figures): string[] {
  const cells = Object.entries(figures).map(([id, value]) => ({
    path: id.split('.') as [string, string, string],
    value,
  }));
  const applications = cells.filter((cell) => cell.path[0] === 'applications');
  const failing: string[] = [];
  for (const row of new Set(applications.map((cell) => cell.path[1]))) {
    const ofRow = applications.filter((cell) => cell.path[1] === row);
    if (2 * figures[`applications.${row}.total`]! !== sum(ofRow)) failing.push(`row ${row}`);
  }
  for (const column of new Set(applications.map((cell) => cell.path[2]))) {
    const at = (row: string): number => figures[`applications.${row}.${column}`]!;
    const results = applications.filter(
      (cell) => cell.path[2] === column && !APPLICATION_TOTALS.has(cell.path[1]),
    );
    if (at('processed_total') !== sum(results)) failing.push(`column ${column}`);
    if (at('new_received') + at('carried_over') !== at('processed_total') + at('carried_forward')) {
      failing.push(`balance ${column}`);
    }
  }
  const remedies = cells.filter((cell) => cell.path[0] === 'remedies');
  for (const block of new Set(remedies.map((cell) => cell.path[1]))) {
    const ofBlock = remedies.filter((cell) => cell.path[1] === block);
    if (2 * figures[`remedies.${block}.total`]! !== sum(ofBlock)) failing.push(`remedies ${block}`);
  }
  return failing;
}

function sum(cells: readonly { readonly value: number }[]): number {
  return cells.reduce((total, cell) => total + cell.value, 0);
}
