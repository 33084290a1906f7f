/** The dev bench beside the project: its cases with their truth, and how a record is held against it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CellState } from '../../parsers/report.ts';
import type { ReportRecord } from '../../src/record.ts';

export const SHARED = new URL('../../../shared/', import.meta.url);
export const HAS_SHARED = existsSync(SHARED);
const CASES = new URL('bench/cases/', SHARED);

export interface Truth {
  readonly case: string;
  readonly expect: 'report' | 'failed';
  readonly format: string;
  readonly layout: string;
  readonly generation: string | null;
  readonly source: string;
  readonly facts: Readonly<Record<string, { readonly value: number | null; readonly state: CellState }>>;
  readonly planted: readonly { readonly rules: readonly string[]; readonly facts: readonly string[] }[];
  readonly may_flag: readonly string[];
}

export function benchTruths(): Truth[] {
  if (!existsSync(CASES)) return [];
  return readdirSync(CASES)
    .sort()
    .map((name) => benchTruth(name));
}

export function benchTruth(name: string): Truth {
  return {
    planted: [],
    may_flag: [],
    facts: {},
    ...JSON.parse(readFileSync(new URL(`${name}/truth.json`, CASES), 'utf8')),
  };
}

export function benchSource({ case: name, source }: Truth): Uint8Array {
  return readFileSync(new URL(`${name}/${source}`, CASES));
}

export interface Comparison {
  readonly right: number;
  /** Figures that differ from the truth, or lack, or are too many, though nothing names them. */
  readonly silent: readonly string[];
}

export function compare({ facts, findings, diagnostics }: ReportRecord, truth: Truth): Comparison {
  const named = new Set([
    ...findings.flatMap((one) => [...one.facts, ...one.suspects]),
    ...diagnostics.flatMap((one) => one.facts ?? []),
  ]);
  const ids = Object.keys(truth.facts);
  const isRight = (id: string) => facts[id] !== undefined && facts[id].value === truth.facts[id]!.value;
  const wrong = ids.filter((id) => !isRight(id));
  const spurious = Object.keys(facts).filter((id) => !truth.facts[id] && facts[id]!.value !== null);
  const silent = [...wrong, ...spurious]
    .filter((id) => !named.has(id) && facts[id]?.state !== 'unreadable')
    .map(
      (id) => `${id}: ${truth.facts[id]?.value ?? 'nothing'} printed, ${facts[id]?.value ?? 'nothing'} read`,
    );
  return { right: ids.length - wrong.length, silent };
}

/** Findings of severity error that no planted fault explains. */
export function falseAlarms({ findings }: ReportRecord, { planted, may_flag }: Truth): string[] {
  if (planted.length > 0) return [];
  return findings
    .filter(
      ({ severity, rule }) =>
        severity === 'error' && !may_flag.includes(rule.replace(/-2019$/, '')) && !may_flag.includes(rule),
    )
    .map(({ rule, message }) => `${rule}: ${message}`);
}
