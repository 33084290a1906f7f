/** All in-report rules over one report, errors first; the order is otherwise that of the rules. */
import type { ReadReport } from '../../parsers/report.ts';
import { checkCells } from './check-cells.ts';
import { checkRelations } from './check-relations.ts';
import type { Finding } from './finding.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

export function auditReport(read: ReadReport): Finding[] {
  const findings = [...checkRelations(read.facts, read.report.generation), ...checkCells(read)];
  return findings.sort((one, other) => ORDER[one.severity] - ORDER[other.severity]);
}
