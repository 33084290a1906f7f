/** Which cell a failing sum accuses, what is not assessed, and how sums are computed. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRelations } from '../../src/audit/check-relations.ts';
import type { Relation } from '../../src/audit/relation-family.ts';
import { RELATIONS } from '../../src/audit/relations.ts';
import { fact, factsWith, soundValues, type Values } from './fixtures.ts';

const S19 = soundValues('g2019');
const S21 = soundValues('g2021');
const findingsOf = (values: Values, generation: 'g2019' | 'g2021' = 'g2021') =>
  checkRelations(factsWith(values), generation);
const LEAVES = Object.keys(S21).filter((id) =>
  /^applications\.(?!new|carried|processed).*\.(?!total)/.test(id),
);

describe('a wrong leaf of table 三', () => {
  it('is the crossing cell of its row and its column, and the message says what would fit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEAVES), fc.integer({ min: 1, max: 500 }), (id, more) => {
        const findings = findingsOf({ ...S21, [id]: S21[id]! + more });
        expect(findings.map((finding) => finding.rule).sort()).toEqual([
          'applications.result-sum',
          'applications.row-sum',
        ]);
        for (const finding of findings) {
          expect(finding.suspects).toEqual([id]);
          expect(finding.message).toContain(`${id} reads ${S21[id]! + more}, ${S21[id]} would fit`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('with transposed digits is found as any other', () => {
    const id = 'applications.granted.natural_person';
    const printed: Record<string, number> = {
      ...S21,
      [id]: 21,
      'applications.granted.total': S21['applications.granted.total']! - S21[id]! + 12,
    };
    const column = ['processed_total', 'new_received'].map((row) => `applications.${row}.natural_person`);
    const totals = ['processed_total', 'new_received'].map((row) => `applications.${row}.total`);
    const shift = 12 - S21[id]!;
    for (const cell of [...column, ...totals]) printed[cell] = S21[cell]! + shift;
    expect(findingsOf(printed).map((finding) => finding.suspects)).toEqual([[id], [id]]);
    expect(findingsOf({ ...printed, [id]: 12 })).toEqual([]);
  });
});

describe('a wrong total', () => {
  it('of a result row breaks its row and the column of totals, which accuse it', () => {
    const id = 'applications.granted.total';
    const findings = findingsOf({ ...S21, [id]: S21[id]! + 9 });
    expect(findings.map((finding) => finding.rule).sort()).toEqual([
      'applications.result-sum',
      'applications.row-sum',
    ]);
    expect(new Set(findings.flatMap((finding) => finding.suspects))).toEqual(new Set([id]));
  });

  it('of a block of table 四 leaves its five cells in doubt', () => {
    const [finding, ...others] = findingsOf({ ...S21, 'remedies.suit_direct.total': 0 });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'remedies.sum', actual: 0, expected: 14, verdict: 'undecided' });
    expect(finding?.suspects).toHaveLength(5);
    expect(finding?.suspects.every((id) => id.startsWith('remedies.suit_direct.'))).toBe(true);
  });
});

describe('a relation', () => {
  const REVIEW = ['upheld', 'corrected', 'other', 'pending', 'total'].map(
    (outcome) => `remedies.review.${outcome}`,
  );
  const review = (figures: readonly (number | null)[]): Values =>
    Object.fromEntries(REVIEW.map((id, i) => [id, figures[i] ?? null]));

  it('counts blanks as 0 beside figures', () => {
    expect(findingsOf(review([3, null, null, null, 3]))).toEqual([]);
    expect(findingsOf(review([3, null, null, null, 4])).map((one) => one.rule)).toEqual(['remedies.sum']);
  });

  it('is not assessed where only the total is filled, or only the parts', () => {
    expect(findingsOf(review([null, null, null, null, 7]))).toEqual([]);
    expect(findingsOf(review([3, 4, null, null, null]))).toEqual([]);
    expect(findingsOf(review([null, null, null, null, null]))).toEqual([]);
  });

  it.each(['unreadable', 'text'] as const)('is not assessed where a cell is %s', (state) => {
    const facts = { ...factsWith(review([3, 4, 5, 6, 99])), [REVIEW[0]!]: { ...fact(null), state } };
    expect(checkRelations(facts, 'g2021')).toEqual([]);
  });

  it('is not assessed where a cell is not printed', () => {
    const { [REVIEW[0]!]: _, ...rest } = factsWith(review([3, 4, 5, 6, 99]));
    expect(checkRelations(rest, 'g2021')).toEqual([]);
  });

  it('of results takes the single row （六）其他处理 for the three rows below it', () => {
    const three = Object.entries(S21).filter(([id]) => /^applications\.other_/.test(id));
    const rest = Object.fromEntries(Object.entries(S21).filter(([id]) => !/^applications\.other_/.test(id)));
    const single: Record<string, number> = {};
    for (const [id, value] of three) {
      const other = `applications.other.${id.split('.')[2]}`;
      single[other] = (single[other] ?? 0) + value;
    }
    expect(findingsOf({ ...rest, ...single })).toEqual([]);
    const wrong = 'applications.other.enterprise';
    const findings = findingsOf({ ...rest, ...single, [wrong]: single[wrong]! + 1 });
    expect(findings.map((one) => one.rule)).toEqual(['applications.result-sum', 'applications.row-sum']);
    expect(findings.flatMap((one) => one.suspects)).toEqual([wrong, wrong]);
  });

  it('holds for decimals whose binary sums are not exact', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(findingsOf(review([0.1, 0.2, null, null, 0.3]))).toEqual([]);
    expect(findingsOf(review([0.1, 0.2, null, null, 0.30001]))).toHaveLength(1);
  });

  it('is that of the form that the report uses', () => {
    expect(findingsOf(S19, 'g2019')).toEqual([]);
    const other = { ...S19, 'applications.other.total': S19['applications.other.total']! + 1 };
    expect(findingsOf(other, 'g2019').map((one) => one.rule)).toEqual([
      'applications.result-sum-2019',
      'applications.row-sum-2019',
    ]);
  });

  it('names every fact that it binds', () => {
    const [finding] = findingsOf(review([1, 1, 1, 1, 5]));
    expect([...finding!.facts].sort()).toEqual([...REVIEW].sort());
  });
});

const CATALOGUE = new URL('../../../shared/spec/forms.json', import.meta.url);

interface CatalogueRelation {
  readonly id: string;
  readonly generations: readonly string[];
  readonly scope: string;
  readonly severity: string;
  readonly foreach?: Readonly<Record<string, readonly string[]>>;
  readonly lhs?: readonly string[];
  readonly op?: string;
  readonly rhs?: readonly (string | number)[];
}

describe.skipIf(!existsSync(CATALOGUE))(
  'the relations (../shared/spec/forms.json, skipped where absent)',
  () => {
    const catalogue = existsSync(CATALOGUE)
      ? (JSON.parse(readFileSync(CATALOGUE, 'utf8')) as { relations: readonly CatalogueRelation[] }).relations
      : [];
    const arithmetic = catalogue.filter(
      ({ scope, lhs, op, rhs, generations }) =>
        scope === 'in-report' &&
        lhs &&
        op &&
        rhs &&
        generations.some((one) => one === 'g2014' || one === 'g2019' || one === 'g2021'),
    );

    it('of the catalogue are more than a few', () => {
      expect(arithmetic.length).toBeGreaterThanOrEqual(8);
    });

    it.each(arithmetic.map((relation) => [relation.id, relation] as const))(
      '%s has the same terms',
      (id, relation) => {
        const ours = RELATIONS.filter((one) => one.rule === id).map(spellOurs);
        expect(instances(relation).filter((spelt) => !ours.includes(spelt))).toEqual([]);
        const severity = { warn: 'warning' }[relation.severity] ?? relation.severity;
        for (const one of RELATIONS.filter((other) => other.rule === id)) {
          expect(one.severity).toBe(severity);
          expect([...one.generations].sort()).toEqual(
            relation.generations.filter((name) => /^g20(?:14|19|21)$/.test(name)).sort(),
          );
        }
      },
    );
  },
);

/** `a + b = c`, terms in alphabetical order on each side. */
function spell(left: readonly string[], operator: string, right: readonly string[]): string {
  return `${[...left].sort().join(' ')} ${operator} ${[...right].sort().join(' ')}`;
}

function spellOurs({ left, operator, right }: Relation): string {
  const side = (terms: Relation['left']) => terms.map((term) => `${term.factor}*${term.fact}`);
  return spell(side(left), operator, side(right));
}

/** One for each value of the relation's variable. */
function instances({ foreach = {}, lhs = [], op = '', rhs = [] }: CatalogueRelation): string[] {
  const [[name, values] = ['', ['']]] = Object.entries(foreach);
  const operator = op === '==' ? '=' : op;
  const side = (terms: readonly (string | number)[], value: string) =>
    terms
      .filter((term) => typeof term === 'string' && /[a-z]/.test(term))
      .map((term) => spellTerm(String(term).replaceAll(`$${name}`, value)));
  return values.map((value) => spell(side(lhs, value), operator, side(rhs, value)));
}

/** `-proactive.x.y`, `+0.4*applications.x.y` → factor*fact. */
function spellTerm(term: string): string {
  const [, sign, factor, id] = /^([+-]?)(?:([\d.]+)\*)?(.+)$/.exec(term)!;
  return `${(sign === '-' ? -1 : 1) * Number(factor ?? 1)}*${id}`;
}
