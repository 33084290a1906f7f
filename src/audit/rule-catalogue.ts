/**
 * What the rules are, as data for people: those on cells and on the form, which `check-cells.ts` states as
 * functions, and the relations that are known but not assessed, with the reason. The sums and bounds describe
 * themselves in `relations.ts`. Nothing is checked here.
 */
import type { TableId } from '../../parsers/forms/form.ts';
import { FORMS } from '../../parsers/forms/forms.ts';
import type { Generation } from '../../parsers/report.ts';
import type { Severity } from '../document/diagnostic.ts';

export interface Rule {
  readonly id: string;
  /** All severities that a finding of this rule may have. */
  readonly severities: readonly Severity[];
  readonly generations: readonly Generation[];
  /** What must hold. */
  readonly formula: string;
  /** Where it comes from: printed on the form, implied by it, a law, or derived. */
  readonly basis: string;
  /** When it may fail without a fault of the issuer. */
  readonly caveat: string;
}

export interface UnassessedRule {
  readonly id: string;
  readonly formula: string;
  readonly reason: string;
}

const BOTH: readonly Generation[] = ['g2019', 'g2021'];
const TABLE_NAMES: Readonly<Record<TableId, string>> = {
  statistics: 'the table of 2014',
  proactive: 'table 二',
  applications: 'table 三',
  remedies: 'table 四',
};

/** The rules of `check-cells.ts`. */
export const CELL_RULES: readonly Rule[] = [
  {
    id: 'form.generation',
    severities: ['error'],
    generations: FORMS.map((form) => form.id),
    formula: 'the report year is one of the years that the printed form is for',
    basis: FORMS.map(({ basis, years: [from, to] }) => `${basis}: ${from}–${to ?? ''}`).join('; '),
    caveat: 'A report may mix both forms; the one that more of its figures belong to is named.',
  },
  ...(['applications', 'remedies'] as const).map(complete),
  ...(['statistics', 'proactive', 'applications', 'remedies'] as const).map(nonNegativeInteger),
  ...(['statistics', 'proactive', 'applications', 'remedies'] as const).map(blank),
  ...(['statistics', 'proactive', 'applications'] as const).map(label),
  {
    id: 'proactive.procure',
    severities: ['warning'],
    generations: ['g2019'],
    formula: 'procurement_projects = 0 exactly where procurement_amount = 0',
    basis: 'derived',
    caveat: 'A small amount in 万元 may have been rounded to 0.',
  },
  {
    id: 'statistics.train',
    severities: ['info'],
    generations: ['g2014'],
    formula: 'training.courses > 0 where training.trainees > 0',
    basis: 'heuristic',
    caveat: 'Staff may have gone to another organ’s course.',
  },
  {
    id: 'remedies.mandatory-review',
    severities: ['info'],
    generations: BOTH,
    formula: 'suit_direct.total = 0 in reports for 2024 and later',
    basis: '行政复议法 (2023), article 23(4), in force since 2024: a refusal goes to reconsideration first',
    caveat:
      'A lead only: suits against other outcomes than a refusal stay possible, and those of earlier years are still counted.',
  },
  {
    id: 'remedies.no-application',
    severities: ['info'],
    generations: BOTH,
    formula:
      'review.total = suit_direct.total = suit_after_review.total = 0 where no application was received or carried over',
    basis: 'heuristic',
    caveat: 'Disputes over older applications, or over what an organ failed to publish by itself.',
  },
];

/** Relations of the forms and of the law that no code assesses yet. */
export const UNASSESSED_RULES: readonly UnassessedRule[] = [
  ...unassessed('needs the report of the year before; one report is checked at a time', [
    ['cross-year.carry', 'carried_forward of last year = carried_over of this year, in each column'],
    ['cross-year.t2-items', 'prev_items of 2020 = prev_items of 2019 + change of 2019'],
    ['proactive.stock', 'in_force = in_force of last year + made − repealed; not from 2020 to 2021'],
    ['remedies.after-review', 'suit_after_review.total <= the review totals of this year and the two before'],
    ['narrative.growth', 'growth stated in the text agrees with the two years’ figures'],
    ['narrative.copy-self', 'the text is not last year’s again'],
  ]),
  ...unassessed('needs the reports of other issuers', [
    [
      'hierarchy.aggregate',
      'a government’s figures >= the sum of its departments’; many cover their own level only',
    ],
    ['narrative.copy-other', 'the text is not another organ’s'],
    ['narrative.foreign-name', 'no other organ stands in the text as if it were the issuer'],
  ]),
  ...unassessed('needs the figures stated in the narrative, which are not read yet (`claims` is empty)', [
    ['narrative.no-application', 'text that says “no application” has 0 in the table, and the reverse'],
    ['narrative.application-count', 'counts of applications in the text are a quantity of table 三'],
    ['narrative.result-count', 'counts of outcomes in the text are those of table 三'],
    ['narrative.closed', 'text that says “all concluded” has carried_forward.total = 0'],
    ['narrative.review', 'the text on reconsideration and suits agrees with table 四'],
    ['narrative.normative-documents', 'the text on normative documents agrees with table 二'],
    ['narrative.fee', 'section 六 states the fee charged for processing information'],
    [
      'narrative.fee-conflict',
      'no fee in the text and unpaid fee notices in the table do not stand together',
    ],
    ['narrative.percent', 'a percentage equals its two counts'],
    ['narrative.parts', 'the parts of a closed list add up to its whole'],
    ['narrative.shares', 'the shares of one whole add up to 100'],
    [
      'narrative.year',
      'title, period and dates name the same year (a title against its period is `year.conflict`)',
    ],
    ['narrative.placeholder', 'nothing of a template is left in the text'],
    ['narrative.problems', 'section 五 names problems and measures'],
    [
      'narrative.gov-assess',
      'a government’s report covers appraisal, public comment and accountability (条例 50(4))',
    ],
    ['applications.fee-row', 'other_fee_unpaid > 0 only where section 六 speaks of the fee'],
    ['proactive.fee-processing', 'the fee of section 六 <= fee_amount'],
    ['proactive.license-consist', 'decisions published (text) <= decisions made (table)'],
    ['form.overview', 'section 一 covers its five matters'],
  ]),
  ...unassessed(
    'needs the day of first publication, which pages often overwrite; the date found stands in `report.published`',
    [
      ['form.deadline-dept', 'a department published by 31 January (条例 49)'],
      ['form.deadline-gov', 'a government from the county up published by 31 March (条例 49)'],
    ],
  ),
  ...unassessed('needs a list of organs with the power to make rules', [
    ['proactive.rule-power', 'only organs with that power (立法法 91, 93) have figures in the row 规章'],
  ]),
  ...unassessed('the sections found stand in `sections`; none that lacks is named yet', [
    ['form.sections', 'the six sections stand in the report, in order'],
  ]),
  ...unassessed('a unit other than 万元 is told by the diagnostic `number.unit` instead', [
    ['proactive.fee-unit', 'the fee is a number in 万元'],
  ]),
  ...unassessed('reports on the local forms before 2014 are not read yet', [
    ['local.*', 'the sums of the local forms before 2014'],
    [
      'form.deadline-2008',
      'published by 31 March, under the 条例 of 2007; also for the reports of 2014–2018',
    ],
  ]),
  ...unassessed('no official rule was found on whether pending cases are counted again', [
    ['cross-year.t4-pending', 'pending cases of last year against the figures of this year'],
  ]),
];

function complete(table: 'applications' | 'remedies'): Rule {
  const size = table === 'applications' ? '23 rows (2019) or 25 rows (2021) of 7 figures' : '15 figures';
  return {
    id: `${table}.complete`,
    severities: ['error'],
    generations: BOTH,
    formula: `${TABLE_NAMES[table]} prints its ${size}`,
    basis: 'the form',
    caveat:
      'Told only where some figures of the table were found; a whole table that lacks is told by `facts.missing`.',
  };
}

function nonNegativeInteger(table: TableId): Rule {
  return {
    id: `${table}.non-negative-int`,
    severities: ['error'],
    generations: generationsWith(table),
    formula: `each figure of ${TABLE_NAMES[table]} is 0 or a positive whole number; amounts of money may have decimals, change may be negative`,
    basis: 'derived: the figures are counts',
    caveat: 'Full-width digits, thousands separators and units are understood before this rule.',
  };
}

function blank(table: TableId): Rule {
  const hasTotals = table !== 'proactive';
  return {
    id: `${table}.blank`,
    severities: hasTotals ? ['warning', 'info'] : ['info'],
    generations: generationsWith(table),
    formula: `no cell of ${TABLE_NAMES[table]} is empty or marked as none`,
    basis: 'practice; the notices say nothing of empty cells',
    caveat: `Usually 0.${hasTotals ? ' A warning where a total is empty over filled parts, else information.' : ''}`,
  };
}

function label(table: Exclude<TableId, 'remedies'>): Rule {
  return {
    id: `${table}.label`,
    severities: [table === 'statistics' ? 'info' : 'warning'],
    generations: generationsWith(table),
    formula: `the row labels of ${TABLE_NAMES[table]} are those of the form`,
    basis: 'the form',
    caveat: 'The row was found all the same; usual shorter wordings are not told.',
  };
}

function unassessed(reason: string, rules: readonly (readonly [string, string])[]): UnassessedRule[] {
  return rules.map(([id, formula]) => ({ id, formula, reason }));
}

function generationsWith(table: TableId): Generation[] {
  return FORMS.filter((form) => form.tables.some((other) => other.id === table)).map((form) => form.id);
}
