/** The forms that the parsers know, oldest first, and the one a report year calls for. */
import { APPLICATIONS_2019, APPLICATIONS_2021 } from './applications.ts';
import type { Form, TableId } from './form.ts';
import { PROACTIVE_2019, PROACTIVE_2021 } from './proactive.ts';
import { REMEDIES } from './remedies.ts';
import { STATISTICS } from './statistics.ts';

const G2014: Form = {
  id: 'g2014',
  zh: '2014年统计表',
  en: 'table of 2014',
  basis: '国办发〔2014〕32号',
  years: [2014, 2018],
  tables: [STATISTICS],
};

export const G2019: Form = {
  id: 'g2019',
  zh: '2019年试行格式',
  en: 'trial format of 2019',
  basis: '国办公开办函〔2019〕60号',
  years: [2019, 2020],
  tables: [PROACTIVE_2019, APPLICATIONS_2019, REMEDIES],
};

export const G2021: Form = {
  id: 'g2021',
  zh: '2021年格式',
  en: 'format of 2021',
  basis: '国办公开办函〔2021〕30号',
  years: [2021, null],
  tables: [PROACTIVE_2021, APPLICATIONS_2021, REMEDIES],
};

export const FORMS: readonly Form[] = [G2014, G2019, G2021];

export function formOf(generation: string | null): Form | undefined {
  return FORMS.find((form) => form.id === generation);
}

/** The columns of table 三, or of one block of table 四, in the form in force. */
export function columnIds(table: TableId): readonly string[] {
  const { tables } = FORMS.at(-1)!;
  return tables.find((other) => other.id === table)!.blocks[0]!.columns.map((column) => column.id);
}
