/** A record as a page for a person: whose report it is, its tables, what is in doubt and where that stands in the source. */
import { type Form, factId } from '../../../parsers/forms/form.ts';
import { formOf } from '../../../parsers/forms/forms.ts';
import type { Place } from '../../document/document.ts';
import type { ReportRecord } from '../../record.ts';
import { displayWidth, padEnd, printable } from '../display-width.ts';
import type { Messages } from '../messages/messages.ts';
import type { Paint } from '../paint.ts';
import { cell, textTable } from '../text-table.ts';
import { collectNotes, type Mark, markFacts, type Note, superscript } from './notes.ts';
import { renderTables, showFact } from './render-tables.ts';

/** Facts listed under one note; a rule over a whole table names more than anyone reads. */
const FACTS_PER_NOTE = 8;

/** Ends with a line break. Rows and columns count from 1 here, in the record from 0. */
export function renderPage(record: ReportRecord, messages: Messages, paint: Paint): string {
  const notes = collectNotes(record);
  const marks = markFacts(record, notes);
  const form = formOf(record.report.generation);
  const lines = [
    paint.bold(printable(record.report.title ?? '') || messages.page.untitled),
    ...renderHead(record, form, messages, paint),
    ...(form && Object.keys(record.facts).length > 0
      ? [
          ...renderTables(form, record.facts, marks, {
            language: messages.language,
            unitWords: messages.page.unit,
            paint,
          }),
        ]
      : []),
    ...renderOthers(record, form, marks, messages, paint),
    ...renderSections(record, messages, paint),
    ...renderNotes(record, form, notes, messages, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(
  { report, source, status }: ReportRecord,
  form: Form | undefined,
  messages: Messages,
  paint: Paint,
): string[] {
  const { page, organKind, organLevel } = messages;
  const { name, kind, level, division } = report.issuer;
  const issuer = [
    name,
    kind && organKind[kind],
    level && organLevel[level],
    division && `${division.path.join(' › ')} ${division.code}`,
  ];
  const { from, to } = report.period;
  const rows: readonly (readonly [string, string])[] = [
    [page.issuer, listed(issuer)],
    [page.year, report.year === null ? '' : String(report.year)],
    [page.form, form ? `${form[messages.language]} ${form.basis}` : (report.generation ?? '')],
    [page.period, from || to ? `${from ?? '?'} – ${to ?? '?'}` : ''],
    [page.published, report.published ?? ''],
    [
      page.source,
      listed([source.path, source.format, page.bytes(source.bytes), readers(source.readers, messages)]),
    ],
    ['SHA-256', source.sha256],
    [page.status, messages.status[status]],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  const width = Math.max(...shown.map(([label]) => displayWidth(label)));
  return shown.map(([label, value]) => `${paint.dim(padEnd(label, width))}  ${printable(value)}`);
}

function listed(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

function readers(names: readonly string[], messages: Messages): string {
  return names.length > 0 ? messages.page.readBy(names.join(', ')) : '';
}

/** What was read but has no cell in the form's tables. */
function renderOthers(
  { facts, extras, claims }: ReportRecord,
  form: Form | undefined,
  marks: ReadonlyMap<string, Mark>,
  { page }: Messages,
  paint: Paint,
): string[] {
  const known = new Set(labelled(form).map(([id]) => id));
  const others = Object.entries(facts).filter(([id]) => !known.has(id));
  return [
    ...titled(
      page.otherFigures,
      textTable(
        others.map(([id, fact]) => {
          const mark = marks.get(id);
          const sign = mark ? `${mark.isDoubtful ? '!' : ''}${superscript(mark.numbers)}` : '';
          return [cell(printable(id)), cell(showFact(fact) + sign, 'right')];
        }),
        '  ',
      ),
      paint,
    ),
    ...titled(
      page.extras,
      extras.map(({ label, numbers }) => `  ${printable(label)}: ${numbers.map((n) => n ?? '·').join(' ')}`),
      paint,
    ),
    ...titled(
      page.claims,
      claims.map(({ text }) => `  ${printable(text)}`),
      paint,
    ),
  ];
}

function renderSections({ sections }: ReportRecord, { page, section }: Messages, paint: Paint): string[] {
  const rows = sections.map(({ key, heading, text }) => [
    cell(printable(heading)),
    cell(section[key]),
    cell(page.characters([...text].length), 'right'),
  ]);
  return titled(page.sections, textTable(rows, '  '), paint);
}

function renderNotes(
  record: ReportRecord,
  form: Form | undefined,
  notes: readonly Note[],
  messages: Messages,
  paint: Paint,
): string[] {
  const { page, severity, verdict } = messages;
  const labels = new Map(labelled(form).map(([id, label]) => [id, label[messages.language]]));
  const lines = notes.flatMap((note) => {
    const colour = { error: paint.red, warning: paint.yellow, info: paint.dim }[note.severity];
    const sums =
      note.expected === null && note.actual === null
        ? []
        : [page.expectedActual(String(note.expected ?? '?'), String(note.actual ?? '?'))];
    const who = note.verdict === null ? [] : [verdict[note.verdict]];
    const where = note.place ? placeWords(note.place, messages) : '';
    const detail = [...sums, ...who, where].filter((part) => part !== '').join('; ');
    const shown = note.facts.slice(0, FACTS_PER_NOTE).map((id) => {
      const fact = record.facts[id];
      const at = fact ? placeWords(fact.place, messages) : '';
      return `      ${printable(labels.get(id) ?? id)}: ${showFact(fact) || '□'}${at ? ` — ${at}` : ''}`;
    });
    const hidden = note.facts.length - shown.length;
    return [
      `  ${superscript([note.number])} ${colour(severity[note.severity])} ${printable(note.code)}: ${printable(note.message)}`,
      ...(detail ? [`      ${detail}`] : []),
      ...shown,
      ...(hidden > 0 ? [`      ${page.more(hidden)}`] : []),
    ];
  });
  return lines.length === 0 ? [] : [...titled(page.notes, lines, paint), '', paint.dim(page.legend)];
}

/** Ids of the form's cells with their labels, row and column. */
function labelled(form: Form | undefined): [string, { readonly zh: string; readonly en: string }][] {
  return (form?.tables ?? []).flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows.flatMap((row) =>
        block.columns.map((column): [string, { zh: string; en: string }] => [
          factId(table.id, row.id, column.id),
          { zh: `${row.zh} · ${column.zh}`, en: `${row.en} · ${column.en}` },
        ]),
      ),
    ),
  );
}

function placeWords(place: Place, { page }: Messages): string {
  const { row, col, block } = place;
  const parts = [
    place.page === undefined ? '' : page.page(place.page),
    row !== undefined && col !== undefined
      ? page.gridPlace(row + 1, col + 1)
      : block === undefined
        ? ''
        : page.paragraph(block + 1),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function titled(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ['', paint.bold(title), ...lines];
}
