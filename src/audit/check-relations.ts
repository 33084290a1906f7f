/**
 * Relations × facts → the ones that fail, each with its suspects. A blank or a dash counts as 0 beside
 * figures; where a figure can't be read, or only the total stands, a relation is not assessed.
 */
import type { Fact, Generation } from '../../parsers/report.ts';
import type { Finding } from './finding.ts';
import type { Relation, Term } from './relation-family.ts';
import { RELATIONS } from './relations.ts';

type Facts = Readonly<Record<string, Fact>>;

interface Outcome {
  readonly relation: Relation;
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

export function checkRelations(facts: Facts, generation: Generation | null): Finding[] {
  const outcomes = RELATIONS.filter(
    (relation) => generation !== null && relation.generations.includes(generation),
  )
    .map((relation) => withSingleOther(relation, facts))
    .flatMap((relation) => assess(relation, facts) ?? []);
  const failing = outcomes.filter((outcome) => !outcome.holds);
  if (failing.length === 0) return [];
  const counts = countFacts(outcomes);
  return failing.map((outcome) => toFinding(outcome, counts, facts));
}

const SUBDIVIDED = /^applications\.other_(?:correction_overdue|fee_unpaid|misc)\./;

/** A 2021 report that prints （六）其他处理 as one row sums that row in place of the three. */
function withSingleOther(relation: Relation, facts: Facts): Relation {
  if (relation.rule !== 'applications.result-sum') return relation;
  const parts = relation.right.filter((term) => SUBDIVIDED.test(term.fact));
  const other = parts[0]?.fact.replace(SUBDIVIDED, 'applications.other.');
  if (!other || !facts[other] || parts.some((term) => facts[term.fact])) return relation;
  const rest = relation.right.filter((term) => !parts.includes(term));
  return { ...relation, right: [...rest, { fact: other, factor: 1 }] };
}

/** Null where the relation can't be assessed. */
function assess(relation: Relation, facts: Facts): Outcome | null {
  const terms = [...relation.left, ...relation.right];
  const cells = terms.map((term) => facts[term.fact]);
  if (cells.some((fact) => !fact || fact.state === 'text' || fact.state === 'unreadable')) return null;
  const filled = (side: readonly Term[]) => side.some((term) => facts[term.fact]!.state === 'number');
  if (relation.operator === '=' && (!filled(relation.left) || !filled(relation.right))) return null;
  if (!filled(terms)) return null;
  const left = sum(relation.left, facts);
  const right = sum(relation.right, facts);
  return { relation, left, right, holds: compare(left, relation.operator, right) };
}

/** Decimals of the form have at most six places; sums are rounded there, so that 0.1 + 0.2 is 0.3. */
const PLACES = 1e6;

function sum(terms: readonly Term[], facts: Facts): number {
  const total = terms.reduce((all, term) => all + term.factor * (facts[term.fact]!.value ?? 0), 0);
  return Math.round(total * PLACES) / PLACES;
}

function compare(left: number, operator: Relation['operator'], right: number): boolean {
  if (operator === '=') return left === right;
  return operator === '>=' ? left >= right : left <= right;
}

interface Count {
  failing: number;
  holding: number;
}

/** For each fact: in how many assessed equations it stands that fail, and that hold. */
function countFacts(outcomes: readonly Outcome[]): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { relation, holds } of outcomes) {
    for (const { fact } of [...relation.left, ...relation.right]) {
      const count = counts.get(fact) ?? { failing: 0, holding: 0 };
      if (holds) {
        if (relation.operator === '=') count.holding++;
      } else count.failing++;
      counts.set(fact, count);
    }
  }
  return counts;
}

function toFinding(
  { relation, left, right }: Outcome,
  counts: ReadonlyMap<string, Count>,
  facts: Facts,
): Finding {
  const terms = [...relation.left, ...relation.right].map((term) => term.fact);
  const suspects = suspectsOf(terms, counts);
  const named = `${describe(relation.left)} is ${left}, ${describe(relation.right) || '0'} is ${right}`;
  return {
    rule: relation.rule,
    severity: relation.severity,
    message: `${named}; it should be ${relation.operator} (${suspectsText(suspects, relation, left, right, facts)})`,
    facts: terms,
    suspects,
    expected: right,
    actual: left,
    verdict: 'undecided',
  };
}

/** The crossing cells: in the most failing equations, and among those in the fewest that hold. */
function suspectsOf(terms: readonly string[], counts: ReadonlyMap<string, Count>): string[] {
  const count = (fact: string) => counts.get(fact)!;
  const fewest = Math.min(...terms.map((fact) => count(fact).holding));
  const free = terms.filter((fact) => count(fact).holding === fewest);
  const most = Math.max(...free.map((fact) => count(fact).failing));
  return free.filter((fact) => count(fact).failing === most);
}

function suspectsText(
  suspects: readonly string[],
  relation: Relation,
  left: number,
  right: number,
  facts: Facts,
): string {
  const [only] = suspects;
  if (suspects.length !== 1 || only === undefined || relation.operator !== '=')
    return `${suspects.length} cells could be wrong`;
  const factor =
    relation.left.find((term) => term.fact === only)?.factor ??
    -relation.right.find((term) => term.fact === only)!.factor;
  const printed = facts[only]!.value ?? 0;
  return `${only} reads ${printed}, ${Math.round((printed + (right - left) / factor) * PLACES) / PLACES} would fit`;
}

function describe(terms: readonly Term[]): string {
  if (terms.length > 4) return `the sum of ${terms.length} cells`;
  return terms
    .map(
      ({ fact, factor }, i) =>
        `${factor < 0 ? '- ' : i > 0 ? '+ ' : ''}${Math.abs(factor) === 1 ? '' : `${Math.abs(factor)} × `}${fact}`,
    )
    .join(' ');
}
