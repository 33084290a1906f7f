/** The forms → the page `docs/codebook.md`: every fact with its labels, unit and forms, in the order of the page. */
import { LEGAL_PERSON_GROUP } from '../../parsers/forms/applications.ts';
import type { Column, Form, FormTable, Row, TableId } from '../../parsers/forms/form.ts';
import { factId, factsOf } from '../../parsers/forms/form.ts';
import { FORMS } from '../../parsers/forms/forms.ts';
import { code, markdownTable } from './markdown.ts';

interface Entry {
  readonly id: string;
  readonly form: Form;
  readonly heading: string | null;
  readonly row: Row;
  readonly column: Column;
}

const HEAD = ['fact · 指标', '行', '列', 'row', 'column', 'unit · 单位', 'forms · 格式'];

/** Newest form first, so that a row which only an older form has comes after those in force. */
const NEWEST_FIRST = [...FORMS].reverse();

/** Each table once, as the newest form that has it names it. */
const TABLES = NEWEST_FIRST.flatMap((form) => form.tables).filter(
  (table, at, all) => all.findIndex((other) => other.id === table.id) === at,
);

/** The sections of the forms since 2019 that the tables stand in. */
const NUMBERS: Readonly<Partial<Record<TableId, string>>> = {
  proactive: '二',
  applications: '三',
  remedies: '四',
};

export function codebookPage(): string {
  return `${[
    '# Codebook · 指标手册',
    '<!-- Generated from parsers/forms by `npx tsx test/docs/build-docs.ts`; edit the forms, not this page. -->',
    'Every figure of the forms under the id that stands in a record’s `facts`: `<table>.<row>.<column>`, or `<table>.<row>` where the table has one column of figures. An id means the same in all forms. Labels are the official wordings; a report may print others. A row’s groups stand before it, outermost first; in table 二 the article stands there.',
    '记录 `facts` 中每个数据项的标识为 `<表>.<行>.<列>`，只有一列数据的表为 `<表>.<行>`；同一标识在各版格式中含义相同。标签为官方格式的用语，年报实际印出的文字可能不同。行标签前为其所属的各级分组，自外而内；表二为条例条款。单位依格式所印；“—”表示格式未印单位。',
    '## Forms · 格式',
    formsTable(),
    ...TABLES.flatMap((table) => [
      `## ${heading(table)}`,
      factsTable(entriesOf(table.id).filter(({ row }) => !row.isGroup)),
    ]),
    '## Subtotals that issuers add · 发布机关自加的小计',
    'The official table 三 has no figures here. Where an issuer prints some, they stand under these ids; no figure of the form is missing where they are not printed. `applications.other.*` is a figure of the form of 2019; a report on the form of 2021 that prints （六）其他处理 in one row gives the same ids. The column 法人或其他组织 crosses with every row of table 三: `applications.<row>.legal_person_or_org`.',
    '官方表三在这些位置没有数据。发布机关自行填列的，记在以下标识之下；未填列的不算缺项。`applications.other.*` 是2019年格式的数据项；2021年格式的年报把（六）其他处理印成一行的，用同一标识。“法人或其他组织”一列可与表三任一行相交：`applications.<行>.legal_person_or_org`。',
    factsTable([
      ...entriesOf('applications').filter(({ row }) => row.isGroup && row.id !== 'results'),
      ...groupColumn(),
    ]),
  ].join('\n\n')}\n`;
}

/** Table 二 and so on, where the form numbers its tables by their section. */
function heading({ id, zh, en }: FormTable): string {
  const number = NUMBERS[id];
  return number ? `Table ${number}: ${en} · 表${number}：${zh}` : `${en} · ${zh}`;
}

function formsTable(): string {
  return markdownTable(
    ['form · 格式', '', 'set by · 依据', 'years · 年度', 'figures · 数据项', 'by table · 各表'],
    FORMS.map((form) => {
      const facts = factsOf(form);
      const count = (table: FormTable) =>
        `${code(table.id)} ${facts.filter((fact) => fact.table === table.id).length}`;
      const [from, to] = form.years;
      return [
        code(form.id),
        `${form.en} · ${form.zh}`,
        form.basis,
        `${from}–${to ?? ''}`,
        String(facts.length),
        form.tables.map(count).join(', '),
      ];
    }),
  );
}

function entriesOf(table: string): Entry[] {
  return NEWEST_FIRST.flatMap((form) =>
    form.tables
      .filter((other) => other.id === table)
      .flatMap(({ blocks }) => blocks)
      .flatMap(({ heading, rows, columns }) =>
        rows.flatMap((row) =>
          columns.map((column) => ({
            id: factId(table, row.id, column.id),
            form,
            heading: heading?.zh ?? null,
            row,
            column,
          })),
        ),
      ),
  );
}

/** The subtotal of 法人或其他组织 in the table's first row, for all rows. */
function groupColumn(): Entry[] {
  return entriesOf('applications')
    .filter(({ row, column }) => row.id === 'new_received' && column.id === 'total')
    .map((entry) => ({
      ...entry,
      id: factId('applications', 'new_received', LEGAL_PERSON_GROUP.id),
      column: LEGAL_PERSON_GROUP,
    }));
}

function factsTable(entries: readonly Entry[]): string {
  const byId = groupById(entries);
  return markdownTable(
    HEAD,
    [...byId].map(([id, same]) => [
      code(id),
      over(same, ({ heading, row }) =>
        [...(heading ? [heading] : []), ...(row.groups ?? []), row.zh].join(' › '),
      ),
      over(same, ({ column }) => column.zh),
      over(same, ({ row }) => row.en),
      over(same, ({ column }) => column.en),
      over(same, ({ row, column }) => row.unit ?? column.unit ?? '—'),
      oldestFirst(same)
        .map(({ form }) => code(form.id))
        .join(' '),
    ]),
  );
}

/** One wording where the forms agree, else each with its form. */
function over(entries: readonly Entry[], text: (entry: Entry) => string): string {
  const wordings = new Set(entries.map(text));
  if (wordings.size === 1) return [...wordings][0]!;
  return oldestFirst(entries)
    .map((entry) => `${text(entry)} (${code(entry.form.id)})`)
    .join('; ');
}

function oldestFirst(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((one, other) => FORMS.indexOf(one.form) - FORMS.indexOf(other.form));
}

function groupById(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.id, [...(groups.get(entry.id) ?? []), entry]);
  return groups;
}
