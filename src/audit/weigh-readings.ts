/**
 * Two readings of the same bytes → the one to keep, with verdicts: where both read the same figures, a sum
 * that fails is the issuer's fault; where they differ, the reading that alone satisfies the form wins. Every
 * figure on which they differ is named, and no figure is ever mixed from both.
 */
import type { Fact, ReadReport } from '../../parsers/report.ts';
import type { Diagnostic } from '../document/diagnostic.ts';
import type { Finding } from './finding.ts';
import { RELATIONS } from './relations.ts';

export interface AuditedReading {
  readonly read: ReadReport;
  readonly findings: readonly Finding[];
}

const ARITHMETIC = new Set(
  RELATIONS.filter((relation) => relation.severity === 'error').map((relation) => relation.rule),
);
/** Diagnostics of the parsers and readers that tell of a reading which a second one should confirm. */
const DOUBTFUL = new Set([
  'facts.missing',
  'row.cell-count',
  'row.by-order',
  'label.weak',
  'fact.conflict',
  'number.spaced-digits',
  'number.unreadable',
]);

export function isInDoubt({ read, findings }: AuditedReading): boolean {
  return (
    findings.some((one) => ARITHMETIC.has(one.rule)) || read.diagnostics.some((one) => DOUBTFUL.has(one.code))
  );
}

/** A reading that breaks this many sums more than twice the other's is itself broken: it proves nothing. */
const BROKEN_SUMS = 3;

export function weighReadings(
  first: AuditedReading,
  second: AuditedReading,
): { reading: AuditedReading; isSecond: boolean } {
  const isSecond = faults(second) === 0 && faults(first) > 0;
  const [kept, other] = isSecond ? [second, first] : [first, second];
  if (faults(kept) > 0 && faults(other) >= BROKEN_SUMS + 2 * faults(kept)) {
    return { reading: withUnfitWitness(kept), isSecond };
  }
  const differing = differences(kept.read, other.read);
  const clearly = faults(kept) === 0 && faults(other) > 0;
  const findings = kept.findings.map((one) => ({
    ...one,
    verdict: verdictOf(one, kept.read, other.read, differing),
  }));
  const diagnostics = [...kept.read.diagnostics, ...disagreement(differing, clearly, kept.read, other.read)];
  return { reading: { read: { ...kept.read, diagnostics }, findings }, isSecond };
}

function withUnfitWitness({ read, findings }: AuditedReading): AuditedReading {
  const message =
    'The second reader breaks many more sums of the form than the first: it lost the columns, and confirms nothing';
  const diagnostics: Diagnostic[] = [
    ...read.diagnostics,
    { code: 'reader.unfit-witness', severity: 'info', message },
  ];
  return { read: { ...read, diagnostics }, findings };
}

/** Sums that fail and facts that were not found or not read. */
function faults({ read, findings }: AuditedReading): number {
  const sums = findings.filter((one) => ARITHMETIC.has(one.rule)).length;
  const missing = read.diagnostics.filter(
    (one) => one.code === 'facts.missing' || one.code === 'row.cell-count',
  ).length;
  return sums + missing;
}

/** Facts that both readers print, with different figures. */
function differences(kept: ReadReport, other: ReadReport): string[] {
  return Object.keys(kept.facts).filter(
    (id) => other.facts[id] && !isSame(kept.facts[id]!, other.facts[id]!),
  );
}

function isSame(one: Fact, other: Fact): boolean {
  return one.value === other.value && one.state === other.state;
}

/** The issuer erred where both readers print all figures of the rule alike; our reading, where they differ. */
function verdictOf(
  finding: Finding,
  kept: ReadReport,
  other: ReadReport,
  differing: readonly string[],
): Finding['verdict'] {
  if (finding.facts.length === 0) return 'undecided';
  if (finding.facts.some((id) => differing.includes(id))) return 'reader';
  const agreed = finding.facts.every(
    (id) => (kept.facts[id] === undefined) === (other.facts[id] === undefined),
  );
  return agreed ? 'issuer' : 'undecided';
}

function disagreement(
  differing: readonly string[],
  clearly: boolean,
  kept: ReadReport,
  other: ReadReport,
): Diagnostic[] {
  const [first] = differing;
  if (first === undefined) return [];
  const example = `${first} is ${shown(kept.facts[first]!)} here and ${shown(other.facts[first]!)} there`;
  const why = clearly ? '; the reading kept alone satisfies the form' : '';
  return [
    {
      code: 'reader.disagreement',
      severity: clearly ? 'info' : 'warning',
      message: `Two readers differ on ${differing.length} figures (${example})${why}`,
      facts: differing,
    },
  ];
}

function shown(fact: Fact): string {
  return fact.value === null ? fact.state : String(fact.value);
}
