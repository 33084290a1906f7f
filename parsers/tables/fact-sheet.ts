/** Collects the facts of one report with their diagnostics; each fact once, and a second, other reading is told. */
import type { Diagnostic, Severity } from '../../src/document/diagnostic.ts';
import { factsOf } from '../forms/form.ts';
import { FORMS } from '../forms/forms.ts';
import type { Extra, Fact } from '../report.ts';
import { type CellReading, readCell } from '../values/read-cell.ts';
import type { HeaderColumn } from './header.ts';
import type { Line, LineCell } from './lines.ts';

/** `（单位：3.5万元）`: the figure typed into the header's unit. */
const FIGURE_IN_HEADER = /单位[:：]?\s*([\d０-９][\d０-９.,，．]*)\s*万?元/;

const DOUBTS: Readonly<Record<NonNullable<CellReading['doubt']>, readonly [Severity, string]>> = {
  'spaced-digits': ['warning', 'has a space between its digits and was read as one figure'],
  'wrapped-digits': ['info', 'was wrapped in its cell and read as one figure'],
  'letter-for-digit': ['warning', 'has a letter that was read as a digit'],
  'undecoded-mark': ['info', 'follows a mark that an earlier conversion could not decode'],
  'chinese-numeral': ['info', 'is written in Chinese numerals'],
};

export class FactSheet {
  readonly facts: Record<string, Fact> = {};
  readonly extras: Extra[] = [];
  readonly diagnostics: Diagnostic[] = [];

  /** Takes a cell for a fact; false where neither the line nor the header prints one. */
  addCell(id: string, cell: LineCell | null, column: HeaderColumn): boolean {
    const typed =
      cell === null || cell.reading.state === 'blank' ? FIGURE_IN_HEADER.exec(column.label) : null;
    if (typed) {
      this.put(id, { text: column.label, reading: readCell(typed[1]!), place: column.place });
      this.diagnose(
        'number.in-header',
        'info',
        'The figure is typed into the header of its column',
        [id],
        this.facts[id]!.place,
      );
      return true;
    }
    if (!cell) return false;
    this.put(id, cell);
    this.diagnoseReading(id, cell, column);
    return true;
  }

  /** A line whose cells can't be paired with its columns: the figures are there, but whose they are is not known. */
  addUnassigned(line: Line, ids: readonly string[], label: string, columns: number): void {
    const raw = line.values.map((cell) => cell.text).join(' ');
    const place = line.values[0]!.place;
    for (const id of ids) {
      if (!this.facts[id]) this.facts[id] = { value: null, state: 'unreadable', raw, place };
    }
    const message = `The line ${label} has ${line.values.length} cells for ${columns} columns; none could be attached`;
    this.note('row.cell-count', 'error', message, ids, line);
  }

  /** A figure or a line that no form has; without a cell, the whole line. */
  addExtra(line: Line, column?: string, cell?: LineCell): void {
    const label = [...line.labels.map((other) => other.text), ...(column ? [column] : [])].join(' / ');
    const values = cell ? [cell] : line.values;
    this.extras.push({ label, numbers: values.map((other) => other.reading.value), place: values[0]!.place });
  }

  note(code: string, severity: Severity, message: string, facts: readonly string[], line: Line): void {
    const { place } = line.values[0] ?? line.labels[0]!;
    this.diagnose(code, severity, message, facts, place);
  }

  /** The facts in the order of the forms, whatever the order on the page. */
  ordered(): Record<string, Fact> {
    const known = ORDER.filter((id) => this.facts[id]);
    const others = Object.keys(this.facts).filter((id) => !ORDERED.has(id));
    return Object.fromEntries([...known, ...others].map((id) => [id, this.facts[id]!]));
  }

  private put(id: string, { text, reading, place }: Pick<LineCell, 'text' | 'reading' | 'place'>): void {
    const fact: Fact = { value: reading.value, state: reading.state, raw: text, place };
    const known = this.facts[id];
    if (!known || known.state === 'blank') this.facts[id] = fact;
    else if (fact.state !== 'blank' && (known.value !== fact.value || known.state !== fact.state)) {
      const message = `The document prints the figure twice: ${shown(known)} here, ${shown(fact)} in a second place`;
      this.diagnose('fact.conflict', 'error', message, [id], known.place);
    }
  }

  private diagnoseReading(id: string, { reading, text, place }: LineCell, column: HeaderColumn): void {
    if (reading.state === 'unreadable')
      this.diagnose(
        'number.unreadable',
        'error',
        `The cell ${shown({ raw: text })} can't be read`,
        [id],
        place,
      );
    if (reading.state === 'text')
      this.diagnose(
        'number.text',
        'warning',
        `The cell ${shown({ raw: text })} states no figure`,
        [id],
        place,
      );
    if (reading.doubt) {
      const [severity, words] = DOUBTS[reading.doubt];
      this.diagnose(
        `number.${reading.doubt}`,
        severity,
        `The figure ${shown({ raw: text })} ${words}`,
        [id],
        place,
      );
    }
    if (reading.unit?.endsWith('元')) {
      const other = column.column === 'fee_amount' && reading.unit !== '万元';
      const message = `The amount is printed in ${reading.unit}`;
      this.diagnose('number.unit', other ? 'warning' : 'info', message, [id], place);
    }
  }

  private diagnose(
    code: string,
    severity: Severity,
    message: string,
    facts: readonly string[],
    place: Diagnostic['place'] & object,
  ): void {
    this.diagnostics.push({ code, severity, message, facts, place });
  }
}

const ORDER = [...new Set([...FORMS].reverse().flatMap((form) => factsOf(form).map((fact) => fact.id)))];
const ORDERED = new Set(ORDER);

function shown({ raw }: { readonly raw: string }): string {
  return `“${raw.trim()}”`;
}
