/**
 * A parser for the tests of the command line: a file holds the changes to a record as JSON, or `defect` for one
 * on which the program fails. So the tests say what a file comes to, and need no reader.
 */
import { createHash } from 'node:crypto';
import type { ParseReport } from '../../src/cli/context.ts';
import type { ReportRecord } from '../../src/record.ts';

export const parseReport: ParseReport = async (bytes, { path, verify = 'auto' }) => {
  const text = Buffer.from(bytes).toString();
  if (text === 'defect') throw new TypeError('something no file should bring about');
  const changes = JSON.parse(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const record: ReportRecord = {
    contract: 1,
    source: { path, sha256, bytes: bytes.length, format: 'docx', readers: [`stub-${verify}`] },
    status: 'ok',
    report: {
      title: '某县2021年政府信息公开工作年度报告',
      year: 2021,
      issuer: { name: '某县人民政府', kind: 'gov_county', level: 'county', division: null },
      period: { from: null, to: null },
      published: null,
      generation: 'g2021',
    },
    sections: [],
    facts: {},
    extras: [],
    claims: [],
    findings: [],
    diagnostics: [],
  };
  return { ...record, ...changes };
};
