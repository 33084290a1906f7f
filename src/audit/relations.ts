/**
 * The arithmetic that the forms imply, as data: one relation is one sum or bound over facts. Ids, severities
 * and formulas are those of the rule catalogue (docs/rules.md).
 */
import { LEGAL_PERSONS, RESULT_ROWS_2019, RESULT_ROWS_2021 } from '../../parsers/forms/applications.ts';
import type { Generation } from '../../parsers/report.ts';
import {
  family,
  plus,
  type Relation,
  type RelationFamily,
  type Sum,
  type Term,
  times,
} from './relation-family.ts';
import { STATISTICS_FAMILIES } from './statistics-relations.ts';

const COLUMNS = ['natural_person', ...LEGAL_PERSONS, 'total'];
const BOTH: readonly Generation[] = ['g2019', 'g2021'];
const DENIED = RESULT_ROWS_2021.filter((row) => row.startsWith('denied_'));
const UNABLE = RESULT_ROWS_2021.filter((row) => row.startsWith('unable_'));
const NOT_HANDLED = RESULT_ROWS_2021.filter((row) => row.startsWith('not_handled_'));
const OTHER = RESULT_ROWS_2021.filter((row) => row.startsWith('other_'));

/** Table 三: a figure of a row in a column. */
const a = (row: string, column: string): Term => plus(`applications.${row}.${column}`);
const p = (row: string, column: string): Term => plus(`proactive.${row}.${column}`);

export const FAMILIES: readonly RelationFamily[] = [
  ...STATISTICS_FAMILIES,
  family('applications.balance', 'error', BOTH, {
    formula: 'new_received + carried_over = processed_total + carried_forward, in each column',
    basis: 'printed on the form: 第一项加第二项之和，等于第三项加第四项之和',
    caveat: 'Blanks count as 0 where other cells of the sum are filled.',
    sums: COLUMNS.map((c) => [
      [a('new_received', c), a('carried_over', c)],
      '=',
      [a('processed_total', c), a('carried_forward', c)],
    ]),
  }),
  resultSum('applications.result-sum-2019', 'g2019', RESULT_ROWS_2019),
  resultSum('applications.result-sum', 'g2021', RESULT_ROWS_2021),
  rowSum('applications.row-sum-2019', 'g2019', RESULT_ROWS_2019),
  rowSum('applications.row-sum', 'g2021', [...RESULT_ROWS_2021, 'other']),
  family('applications.subtotal', 'warning', BOTH, {
    formula: "an issuer's own subtotal of （三）–（六） or of 法人或其他组织 = the sum of its parts",
    basis: 'derived; the official form prints no such line',
    caveat: 'Assessed only where the issuer printed the subtotal and its parts.',
    sums: [
      ...(
        [
          ['denied', DENIED],
          ['unable', UNABLE],
          ['not_handled', NOT_HANDLED],
          ['other', OTHER],
        ] as const
      ).flatMap(([group, rows]) =>
        COLUMNS.map((c): Sum => [[a(group, c)], '=', rows.map((row) => a(row, c))]),
      ),
      ...[
        'new_received',
        'carried_over',
        ...RESULT_ROWS_2021,
        'other',
        'processed_total',
        'carried_forward',
      ].map((row): Sum => [[a(row, 'legal_person_or_org')], '=', LEGAL_PERSONS.map((c) => a(row, c))]),
    ],
  }),
  family('applications.carry-bound', 'info', BOTH, {
    formula: 'carried_forward.total <= 0.4 × (new_received.total + carried_over.total)',
    basis: 'heuristic: 20 + 20 working days to reply, article 33 of the 条例',
    caveat: 'Third-party consultation and supplementation stop the clock.',
    sums: [
      [
        [a('carried_forward', 'total')],
        '<=',
        [times(0.4, a('new_received', 'total')), times(0.4, a('carried_over', 'total'))],
      ],
    ],
  }),
  family('remedies.sum', 'error', BOTH, {
    formula: 'total = upheld + corrected + other + pending, in each of the three blocks',
    basis: 'implied by the form',
    caveat: 'A lost or doubled cell shifts every later block: look at all three.',
    sums: ['review', 'suit_direct', 'suit_after_review'].map((block) => [
      [plus(`remedies.${block}.total`)],
      '=',
      ['upheld', 'corrected', 'other', 'pending'].map((outcome) => plus(`remedies.${block}.${outcome}`)),
    ]),
  }),
  family('proactive.stock-bound', 'warning', ['g2021'], {
    formula: 'in_force >= made - repealed, for rules and for normative documents',
    basis: 'derived',
    caveat: 'Breaks lawfully only where documents of this year have already expired.',
    sums: ['rules', 'normative_docs'].map((row) => [
      [p(row, 'in_force')],
      '>=',
      [p(row, 'made'), times(-1, p(row, 'repealed'))],
    ]),
  }),
  family('proactive.published-bound', 'warning', ['g2019'], {
    formula: 'disclosed_total >= newly_disclosed, for rules and for normative documents',
    basis: 'derived',
    caveat: 'Some issuers count 对外公开总数量 for the year alone.',
    sums: ['rules', 'normative_docs'].map((row) => [
      [p(row, 'disclosed_total')],
      '>=',
      [p(row, 'newly_disclosed')],
    ]),
  }),
  family('proactive.items-non-negative', 'error', ['g2019'], {
    formula: 'prev_items + change >= 0',
    basis: 'derived',
    caveat: 'The sign may be missing: 减2 written as 2.',
    sums: ['licensing', 'other_services', 'penalty', 'compulsion', 'admin_fees'].map((row) => [
      [p(row, 'prev_items'), p(row, 'change')],
      '>=',
      [],
    ]),
  }),
];

export const RELATIONS: readonly Relation[] = FAMILIES.flatMap((one) => one.relations);

function resultSum(rule: string, generation: Generation, rows: readonly string[]): RelationFamily {
  return family(rule, 'error', [generation], {
    formula: 'processed_total = the sum of all result rows, in each column',
    basis: 'implied by the form: each application is counted under one result',
    caveat: "An issuer's own subtotals are no part of the sum.",
    sums: COLUMNS.map((c) => [[a('processed_total', c)], '=', rows.map((row) => a(row, c))]),
  });
}

function rowSum(rule: string, generation: Generation, results: readonly string[]): RelationFamily {
  const rows = ['new_received', 'carried_over', ...results, 'processed_total', 'carried_forward'];
  return family(rule, 'error', [generation], {
    formula: 'total = natural_person + the five kinds of legal persons, in each row',
    basis: 'implied by the form',
    caveat: 'A blank total over filled parts is applications.blank.',
    sums: rows.map((row) => [
      [a(row, 'total')],
      '=',
      COLUMNS.filter((c) => c !== 'total').map((c) => a(row, c)),
    ]),
  });
}
