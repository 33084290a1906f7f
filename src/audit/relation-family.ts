/** What a relation is, as data, and the few words that state families of them. */
import type { Generation } from '../../parsers/report.ts';
import type { Severity } from '../document/diagnostic.ts';

export interface Term {
  readonly fact: string;
  /** 1 or -1, or a share. */
  readonly factor: number;
}

export interface Relation {
  readonly rule: string;
  readonly severity: Severity;
  readonly generations: readonly Generation[];
  readonly left: readonly Term[];
  readonly operator: '=' | '>=' | '<=';
  readonly right: readonly Term[];
}

/** The same relation stated for each of several rows or columns. */
export interface RelationFamily {
  readonly rule: string;
  readonly severity: Severity;
  readonly generations: readonly Generation[];
  /** Formula in the words of the form's ids, for people. */
  readonly formula: string;
  /** Where it comes from: printed on the form, implied by it, or derived. */
  readonly basis: string;
  readonly caveat: string;
  readonly relations: readonly Relation[];
}

export type Sum = readonly [readonly Term[], Relation['operator'], readonly Term[]];

interface FamilyText {
  readonly formula: string;
  readonly basis: string;
  readonly caveat: string;
  readonly sums: readonly Sum[];
}

/** The same relation for each of `sums`. */
export function family(
  rule: string,
  severity: Severity,
  generations: readonly Generation[],
  { sums, ...text }: FamilyText,
): RelationFamily {
  const relations = sums.map(([left, operator, right]) => ({
    rule,
    severity,
    generations,
    left,
    operator,
    right,
  }));
  return { rule, severity, generations, ...text, relations };
}

export function plus(fact: string): Term {
  return { fact, factor: 1 };
}

export function times(factor: number, term: Term): Term {
  return { fact: term.fact, factor: factor * term.factor };
}
