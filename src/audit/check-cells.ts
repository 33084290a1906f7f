/** Rules on single cells and on the shape of the tables: what stands in a cell, what the form has and the report has not. */
import { type Column, type FactDefinition, factsOf, type Row } from '../../parsers/forms/form.ts';
import { formOf } from '../../parsers/forms/forms.ts';
import type { Fact, ReadReport } from '../../parsers/report.ts';
import type { Severity } from '../document/diagnostic.ts';
import type { Finding } from './finding.ts';

/** Findings of a report that need no sum. */
export function checkCells(read: ReadReport): Finding[] {
  const form = formOf(read.report.generation);
  if (!form) return [];
  const definitions = factsOf(form);
  return [
    ...checkGeneration(read),
    ...checkComplete(read, definitions),
    ...checkIntegers(read, definitions),
    ...checkBlanks(read),
    ...checkLabels(read),
    ...checkProcurement(read),
    ...checkTraining(read),
    ...checkMandatoryReview(read),
    ...checkRemediesWithoutApplication(read),
  ];
}

function checkGeneration({ report }: ReadReport): Finding[] {
  const form = formOf(report.generation);
  const { year } = report;
  if (!form || year === null) return [];
  const [from, to] = form.years;
  if (year >= from && (to === null || year <= to)) return [];
  const message = `The report for ${year} uses the form of ${form.basis}, which is for ${from}${to === null ? ' and later' : `–${to}`}`;
  return [finding('form.generation', 'error', message, [])];
}

/** One finding a table that lacks rows or columns of the form. */
function checkComplete({ facts }: ReadReport, definitions: readonly FactDefinition[]): Finding[] {
  return (['applications', 'remedies'] as const).flatMap((table) => {
    const all = definitions.filter((fact) => fact.table === table).map((fact) => fact.id);
    const missing = all.filter((id) => !facts[id]);
    if (missing.length === 0 || missing.length === all.length) return [];
    const message = `The table prints ${all.length - missing.length} of its ${all.length} figures`;
    return [finding(`${table}.complete`, 'error', message, missing)];
  });
}

const MAY_BE_SIGNED = /\.change$/;

function checkIntegers({ facts }: ReadReport, definitions: readonly FactDefinition[]): Finding[] {
  return definitions.flatMap(({ id, table, row, column }) => {
    const value = facts[id]?.value ?? null;
    if (value === null) return [];
    const negative = value < 0 && !MAY_BE_SIGNED.test(id);
    const decimal = !Number.isInteger(value) && isCount(row, column);
    if (!negative && !decimal) return [];
    return [
      finding(`${table}.non-negative-int`, 'error', `${id} is ${value}, which is no count`, [id], [id]),
    ];
  });
}

/** Amounts of money are in 万元, or in the unit that is typed into the cell. */
function isCount(row: Row, column: Column): boolean {
  const unit = column.unit ?? row.unit ?? null;
  return unit !== null && !unit.endsWith('元');
}

/** Blanks and marks for none, told once a table: a total left blank over filled parts as a warning, the rest as information. */
function checkBlanks({ facts }: ReadReport): Finding[] {
  const isEmpty = (fact: Fact | undefined) => fact?.state === 'blank' || fact?.state === 'dash';
  return (['statistics', 'proactive', 'applications', 'remedies'] as const).flatMap((table) => {
    const ids = Object.keys(facts).filter((id) => id.startsWith(`${table}.`) && isEmpty(facts[id]));
    const totals = ids.filter((id) => id.endsWith('.total') && hasFilledPart(id, facts));
    const others = ids.filter((id) => !totals.includes(id));
    return [
      ...(totals.length > 0
        ? [
            finding(
              `${table}.blank`,
              'warning',
              `${totals.length} totals are blank though their parts are filled`,
              totals,
              totals,
            ),
          ]
        : []),
      ...(others.length > 0
        ? [finding(`${table}.blank`, 'info', `${others.length} cells are blank or marked as none`, others)]
        : []),
    ];
  });
}

function hasFilledPart(total: string, facts: ReadReport['facts']): boolean {
  const row = total.slice(0, -'total'.length);
  return Object.keys(facts).some((id) => id.startsWith(row) && (facts[id]!.value ?? 0) !== 0);
}

function checkLabels({ alteredLabels }: ReadReport): Finding[] {
  return alteredLabels.map(({ table, row, printed, official }) => {
    const message = `Row ${row} is labelled “${printed.replace(/\s+/g, '')}”; the form says “${official}”`;
    // Most wordings of the table of 2014 are not confirmed by its notice: another one is no fault.
    return finding(`${table}.label`, table === 'statistics' ? 'info' : 'warning', message, []);
  });
}

function checkProcurement({ facts }: ReadReport): Finding[] {
  const ids = [
    'proactive.central_procurement.procurement_projects',
    'proactive.central_procurement.procurement_amount',
  ];
  const [projects, amount] = ids.map((id) => facts[id]?.value ?? null);
  if (projects == null || amount == null || (projects === 0) === (amount === 0)) return [];
  return [finding('proactive.procure', 'warning', `${projects} projects for an amount of ${amount}`, ids)];
}

function checkTraining({ facts }: ReadReport): Finding[] {
  const ids = ['statistics.training.trainees', 'statistics.training.courses'];
  const [trainees, courses] = ids.map((id) => facts[id]?.value ?? null);
  if (!trainees || courses !== 0) return [];
  return [finding('statistics.train', 'info', `${trainees} persons were trained in 0 courses`, ids)];
}

/** 行政复议法 (2023), article 23(4), in force since 2024: a refusal goes to reconsideration first. A lead, never an error. */
function checkMandatoryReview({ report, facts }: ReadReport): Finding[] {
  const id = 'remedies.suit_direct.total';
  const suits = facts[id]?.value ?? 0;
  if (report.year === null || report.year < 2024 || suits === 0) return [];
  return [
    finding(
      'remedies.mandatory-review',
      'info',
      `${suits} suits without reconsideration, which comes first for refusals since 2024`,
      [id],
    ),
  ];
}

function checkRemediesWithoutApplication({ facts }: ReadReport): Finding[] {
  const applications = ['applications.new_received.total', 'applications.carried_over.total'];
  const remedies = [
    'remedies.review.total',
    'remedies.suit_direct.total',
    'remedies.suit_after_review.total',
  ];
  if (applications.some((id) => facts[id]?.value !== 0)) return [];
  const some = remedies.filter((id) => (facts[id]?.value ?? 0) > 0);
  if (some.length === 0) return [];
  return [
    finding(
      'remedies.no-application',
      'info',
      'Reconsideration or suits without any application this year or carried over',
      [...some, ...applications],
    ),
  ];
}

function finding(
  rule: string,
  severity: Severity,
  message: string,
  facts: readonly string[],
  suspects: readonly string[] = [],
): Finding {
  return { rule, severity, message, facts, suspects, expected: null, actual: null, verdict: 'undecided' };
}
