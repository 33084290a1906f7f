/** Every rule with a report that keeps it and one that breaks it. */
import { describe, expect, it } from 'vitest';
import type { ReadReport } from '../../parsers/report.ts';
import { auditReport } from '../../src/audit/audit-report.ts';
import { FAMILIES } from '../../src/audit/relations.ts';
import { CELL_RULES, type Rule } from '../../src/audit/rule-catalogue.ts';
import { readWith, soundStatistics, soundValues, type Values } from './fixtures.ts';

const ASSESSED: readonly Pick<Rule, 'id' | 'severities' | 'generations'>[] = [
  ...FAMILIES.map(({ rule, severity, generations }) => ({ id: rule, severities: [severity], generations })),
  ...CELL_RULES,
];

const S19 = soundValues('g2019');
const S21 = soundValues('g2021');
const S14 = soundStatistics();
const on2014 = (values: Values, changes = {}) => readWith('g2014', { ...S14, ...values }, changes);
const spoiled2014 = (line: string, figure: number | null): Fixture => ({
  passing: on2014({}),
  failing: on2014({ [`statistics.${line}`]: figure }),
});
const on2019 = (values: Values, changes = {}) => readWith('g2019', { ...S19, ...values }, changes);
const on2021 = (values: Values, changes = {}) => readWith('g2021', { ...S21, ...values }, changes);
const plus = (id: string, more: number, sound: Values = S21) => ({ [id]: sound[id]! + more });
const omit = (values: Values, pattern: RegExp): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !pattern.test(id)));

interface Fixture {
  readonly passing: ReadReport;
  readonly failing: ReadReport;
}

const SUBTOTAL = 'applications.unable.total';
const UNABLE = ['not_held', 'needs_creation', 'unclear'].reduce(
  (sum, row) => sum + S21[`applications.unable_${row}.total`]!,
  0,
);
const MISSPELT = {
  table: 'applications',
  row: 'denied_state_secret',
  printed: '1.属于国家机密',
  official: '1.属于国家秘密',
  place: {},
};
const LABELS = { alteredLabels: [MISSPELT] };
const NO_APPLICATIONS: Values = Object.fromEntries(
  Object.keys(S21)
    .filter((id) => id.startsWith('applications.'))
    .map((id) => [id, 0]),
);
const NO_REMEDIES: Values = Object.fromEntries(
  Object.keys(S21)
    .filter((id) => id.startsWith('remedies.'))
    .map((id) => [id, 0]),
);

const FIXTURES: Readonly<Record<string, Fixture>> = {
  'statistics.received': spoiled2014('application.recv_fax', 3),
  'statistics.concluded': spoiled2014('application.concluded_extended', 1),
  'statistics.replied': spoiled2014('application.reply_agreed', 0),
  'statistics.refused': spoiled2014('application.refused_privacy', 7),
  'statistics.conc-reply': spoiled2014('application.replied', 25),
  'statistics.conc-bound': spoiled2014('application.received', 20),
  'statistics.review': spoiled2014('review.upheld', 0),
  'statistics.litig': spoiled2014('suit.total', 5),
  'statistics.staff': spoiled2014('resources.staff_part_time', 1),
  'statistics.normative-a': spoiled2014('disclosure.disclosed_normative', 10),
  'statistics.normative-b': spoiled2014('disclosure.normative_made', 1),
  'statistics.channels': spoiled2014('disclosure.disclosed', 11),
  'statistics.press': spoiled2014('response.press_chief', 3),
  'statistics.interview': spoiled2014('response.interview_chief', 3),
  'statistics.train': spoiled2014('training.courses', 0),
  'statistics.non-negative-int': spoiled2014('resources.offices', 0.5),
  'statistics.blank': spoiled2014('review.total', null),
  'statistics.label': {
    passing: on2014({}),
    failing: on2014({}, { alteredLabels: [{ ...MISSPELT, table: 'statistics', row: 'suit.total' }] }),
  },
  'applications.balance': {
    passing: on2021({}),
    failing: on2021(plus('applications.carried_over.enterprise', 1)),
  },
  'applications.result-sum-2019': {
    passing: on2019({}),
    failing: on2019(plus('applications.other.natural_person', 1, S19)),
  },
  'applications.result-sum': {
    passing: on2021({}),
    failing: on2021(plus('applications.other_misc.natural_person', 1)),
  },
  'applications.row-sum-2019': {
    passing: on2019({}),
    failing: on2019(plus('applications.granted.total', -2, S19)),
  },
  'applications.row-sum': { passing: on2021({}), failing: on2021(plus('applications.granted.total', -2)) },
  'applications.subtotal': {
    passing: on2021({ [SUBTOTAL]: UNABLE }),
    failing: on2021({ [SUBTOTAL]: UNABLE + 1 }),
  },
  'applications.carry-bound': {
    passing: on2021({}),
    failing: on2021({ 'applications.carried_forward.total': S21['applications.new_received.total']! }),
  },
  'applications.complete': {
    passing: on2021({}),
    failing: readWith('g2021', omit(S21, /^applications\.unable_unclear\./)),
  },
  'applications.non-negative-int': {
    passing: on2021({}),
    failing: on2021({ 'applications.granted.total': 1.5 }),
  },
  'applications.blank': { passing: on2021({}), failing: on2021({ 'applications.granted.total': null }) },
  'applications.label': { passing: on2021({}), failing: on2021({}, LABELS) },
  'remedies.sum': { passing: on2021({}), failing: on2021({ 'remedies.review.total': 0 }) },
  'remedies.complete': {
    passing: on2021({}),
    failing: readWith('g2021', omit(S21, /^remedies\.review\.other/)),
  },
  'remedies.non-negative-int': { passing: on2021({}), failing: on2021({ 'remedies.review.upheld': -2 }) },
  'remedies.blank': { passing: on2021({}), failing: on2021({ 'remedies.review.pending': null }) },
  'remedies.mandatory-review': {
    passing: on2021({}, { report: { year: 2023 } }),
    failing: on2021({}, { report: { year: 2024 } }),
  },
  'remedies.no-application': {
    passing: on2021({ ...NO_APPLICATIONS, ...NO_REMEDIES }),
    failing: on2021(NO_APPLICATIONS),
  },
  'proactive.stock-bound': { passing: on2021({}), failing: on2021({ 'proactive.rules.in_force': 1 }) },
  'proactive.published-bound': {
    passing: on2019({}),
    failing: on2019({ 'proactive.rules.disclosed_total': 3 }),
  },
  'proactive.items-non-negative': {
    passing: on2019({ 'proactive.licensing.change': -5 }),
    failing: on2019({ 'proactive.licensing.change': -6 }),
  },
  'proactive.procure': {
    passing: on2019({
      'proactive.central_procurement.procurement_projects': 0,
      'proactive.central_procurement.procurement_amount': 0,
    }),
    failing: on2019({ 'proactive.central_procurement.procurement_projects': 0 }),
  },
  'proactive.non-negative-int': {
    passing: on2021({ 'proactive.admin_fees.fee_amount': 0.092 }),
    failing: on2021({ 'proactive.licensing.decisions': -1 }),
  },
  'proactive.blank': { passing: on2021({}), failing: on2021({ 'proactive.rules.made': null }) },
  'proactive.label': {
    passing: on2021({}),
    failing: on2021({}, { alteredLabels: [{ ...MISSPELT, table: 'proactive', row: 'licensing' }] }),
  },
  'form.generation': {
    passing: on2019({}, { report: { year: 2019 } }),
    failing: on2019({}, { report: { year: 2022 } }),
  },
};

const rulesOf = (read: ReadReport) => auditReport(read).map((finding) => finding.rule);

describe('each rule', () => {
  it.each(Object.entries(FIXTURES))(
    '%s is silent where it is kept and speaks where it is broken',
    (rule, { passing, failing }) => {
      expect(rulesOf(passing)).not.toContain(rule);
      expect(rulesOf(failing)).toContain(rule);
    },
  );

  it('that is assessed has a report here that keeps it and one that breaks it', () => {
    expect(Object.keys(FIXTURES).sort()).toEqual(ASSESSED.map((rule) => rule.id).sort());
  });

  it('that speaks is catalogued, with the severity and the form it speaks with', () => {
    for (const { failing } of Object.values(FIXTURES)) {
      for (const { rule, severity } of auditReport(failing)) {
        const known = ASSESSED.find((one) => one.id === rule);
        expect(known?.severities).toContain(severity);
        expect(known?.generations).toContain(failing.report.generation);
      }
    }
  });
});

describe('a sound report', () => {
  it.each([
    ['g2014', S14],
    ['g2019', S19],
    ['g2021', S21],
  ] as const)('on the form %s has no finding', (generation, values) => {
    expect(rulesOf(readWith(generation, values))).toEqual([]);
  });

  it('on no known form is not judged', () => {
    expect(auditReport(readWith('g2021', S21, { report: { generation: null } }))).toEqual([]);
  });
});

describe('findings', () => {
  it('come errors first', () => {
    const spoiled = on2021({
      'remedies.review.total': 0,
      'applications.granted.total': null,
      'proactive.rules.in_force': 1,
    });
    const severities = auditReport(spoiled).map((finding) => finding.severity);
    expect(new Set(severities)).toEqual(new Set(['error', 'warning']));
    expect(severities).toEqual([...severities].sort());
  });
});
