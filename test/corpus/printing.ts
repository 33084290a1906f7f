/**
 * How a figure is typed into its cell: fact and value in, the printed text with the value and state that a
 * careful reader takes from it out.
 */
import { LEGAL_COLUMNS } from './form-tables.ts';

/** The printed cell. `value` is null unless `state` is `number`. */
export interface Printed {
  readonly text: string;
  readonly value: number | null;
  readonly state: 'number' | 'blank' | 'dash';
}

export type Printer = (fact: string, value: number) => Printed;

const BLANK: Printed = { text: '', value: null, state: 'blank' };

function number(text: string, value: number): Printed {
  return { text, value, state: 'number' };
}

/** 1234 */
export const plain: Printer = (_fact, value) => number(String(value), value);

/** １２３４ */
export const fullWidth: Printer = (_fact, value) =>
  number(
    String(value).replace(/[\d.-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    value,
  );

/** 1,234 */
export const thousands: Printer = (_fact, value) => {
  const [whole, fraction] = String(value).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return number(fraction === undefined ? grouped : `${grouped}.${fraction}`, value);
};

/** A mark where nothing was counted; the marks take turns, as in tables filled by several hands. */
export function dashes(marks: readonly string[]): Printer {
  let turn = 0;
  return (fact, value) =>
    value === 0 ? { text: marks[turn++ % marks.length]!, value: null, state: 'dash' } : plain(fact, value);
}

/** Legal persons' cells are left empty where nothing was counted; all else is printed. */
export const blankLegalPersons: Printer = (fact, value) =>
  value === 0 && LEGAL_COLUMNS.some((column) => fact.endsWith(`.${column.id}`)) ? BLANK : plain(fact, value);

/** Nothing at all in the cells named. */
export function blankAt(facts: ReadonlySet<string>, otherwise: Printer): Printer {
  return (fact, value) => (facts.has(fact) ? BLANK : otherwise(fact, value));
}

/** Own text for some cells, whatever was drawn for them: 22（其中修订16件）, 增10, 25.1万元. */
export function typedAs(
  texts: Readonly<Record<string, (value: number) => Printed>>,
  otherwise: Printer,
): Printer {
  return (fact, value) => texts[fact]?.(value) ?? otherwise(fact, value);
}

/** 22（其中修订16件） for 22. */
export function annotated(note: string): (value: number) => Printed {
  return (value) => number(`${value}（${note}）`, value);
}

/** The form asks for 增/减: 增10, 减4, and a bare 0. */
export function changeInWords(value: number): Printed {
  if (value === 0) return number('0', 0);
  return number(value > 0 ? `增${value}` : `减${-value}`, value);
}

/** +2, -4. */
export function changeSigned(value: number): Printed {
  return number(value > 0 ? `+${value}` : String(value), value);
}

/** 251000元: the number as printed counts, whatever its unit. */
export function inYuan(value: number): Printed {
  return number(`${value}元`, value);
}

/** 25.1万元 counts as 25.1. */
export function inTenThousandYuan(value: number): Printed {
  const amount = value / 10_000;
  return number(`${amount}万元`, amount);
}

/** The cell stays empty because its figure was typed elsewhere. */
export function emptied(): Printed {
  return BLANK;
}
