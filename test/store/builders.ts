/** Small builders of records and temporary folders, shared by the tests of store, batch and command line. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Fact } from '../../parsers/report.ts';
import type { Finding } from '../../src/audit/finding.ts';
import type { ReportRecord, Source } from '../../src/record.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function sha(digit: string): string {
  return digit.repeat(64).slice(0, 64);
}

export function fact(value: number, raw = String(value)): Fact {
  return { value, state: 'number', raw, place: { block: 3, row: 1, col: 2 } };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'applications.row-sum',
    severity: 'error',
    message: 'the parts do not make the total',
    facts: ['applications.granted.total'],
    suspects: [],
    expected: 3,
    actual: 2,
    verdict: 'undecided',
    ...changes,
  };
}

type RecordChanges = Partial<Omit<ReportRecord, 'source' | 'report'>> & {
  readonly source?: Partial<Source>;
  readonly report?: Partial<ReportRecord['report']>;
};

export function record(changes: RecordChanges = {}): ReportRecord {
  const { source, report, ...rest } = changes;
  return {
    contract: 1,
    source: {
      path: 'in/a.docx',
      sha256: sha('a'),
      bytes: 100,
      format: 'docx',
      readers: ['ooxml'],
      ...source,
    },
    status: 'ok',
    report: {
      title: '某县2021年政府信息公开工作年度报告',
      year: 2021,
      issuer: { name: '某县人民政府', kind: 'gov_county', level: 'county', division: null },
      period: { from: '2021-01-01', to: '2021-12-31' },
      published: null,
      generation: 'g2021',
      ...report,
    },
    sections: [],
    facts: { 'applications.granted.total': fact(2) },
    extras: [],
    claims: [],
    findings: [],
    diagnostics: [],
    ...rest,
  };
}
