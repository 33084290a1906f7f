/**
 * Reads every case of the corpus and holds the record against its truth, then against the record committed
 * beside it. `UPDATE=1` rewrites the records, never the truth.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseReport } from '../../src/parse-report.ts';
import type { ReportRecord } from '../../src/record.ts';
import { toDiffableJson } from './diffable-json.ts';
import type { Planted } from './faults.ts';
import type { Truth } from './truth.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const NAMES = readdirSync(CORPUS).sort();

function truthOfCase(name: string): Truth {
  return JSON.parse(readFileSync(join(CORPUS, name, 'truth.json'), 'utf8'));
}

/** The record as a run from the project's root would print it. */
async function parseCase(name: string): Promise<ReportRecord> {
  const file = readdirSync(join(CORPUS, name)).find((entry) => entry.startsWith('source.'))!;
  return parseReport(readFileSync(join(CORPUS, name, file)), { path: `corpus/${name}/${file}` });
}

/** Where a title is broken or spaced says nothing of what it is. */
function compact(text: string | null): string | null {
  return text?.replace(/\s/g, '') ?? null;
}

function isNamed(fault: Planted, { findings }: ReportRecord): boolean {
  return findings.some(
    ({ rule, facts, suspects }) =>
      fault.rules.includes(rule.replace(/-2019$/, '')) &&
      (fault.facts.length === 0 ||
        fault.facts.some((fact) => facts.includes(fact) || suspects.includes(fact))),
  );
}

describe.each(NAMES)('corpus/%s', (name) => {
  const truth = truthOfCase(name);
  let record: ReportRecord;
  beforeAll(async () => {
    record = await parseCase(name);
  });

  it('has the status of its truth', () => {
    expect(truth.status).toContain(record.status);
    if (truth.format) expect(record.source.format).toBe(truth.format);
  });

  if (truth.expect === 'failed') {
    it('gives no fact and says why', () => {
      expect(record.facts).toEqual({});
      expect(record.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).not.toEqual([]);
    });
  } else {
    it('gives every fact that is printed, and no other', () => {
      const facts = Object.entries(record.facts).map(([id, { value, state }]) => [id, { value, state }]);
      expect(Object.fromEntries(facts)).toEqual(truth.facts);
    });

    it('knows what report it is', () => {
      const { title, year, issuer, period, published, generation } = record.report;
      expect({ title: compact(title), year, issuer: issuer.name, period, published, generation }).toEqual({
        title: compact(truth.title),
        year: truth.year,
        issuer: truth.issuer,
        period: truth.period,
        published: truth.published,
        generation: truth.generation,
      });
      expect(issuer.division?.code ?? null).toBe(truth.division);
    });

    it('names every planted fault', () => {
      expect(truth.planted.filter((fault) => !isNamed(fault, record))).toEqual([]);
    });

    if (truth.planted.length === 0) {
      it('raises no alarm where nothing is wrong', () => {
        const alarms = record.findings.filter(
          ({ rule, severity }) => severity === 'error' && !truth.mayFlag.includes(rule.replace(/-2019$/, '')),
        );
        expect(alarms).toEqual([]);
      });
    }
  }

  it('comes to the record committed beside it', () => {
    const path = join(CORPUS, name, 'expected.json');
    const actual = toDiffableJson(record);
    if (process.env.UPDATE === '1') writeFileSync(path, actual);
    expect(existsSync(path), 'expected.json is missing: UPDATE=1 writes it').toBe(true);
    expect(actual).toBe(readFileSync(path, 'utf8'));
  });
});

describe('a folder of the corpus', () => {
  it.each(NAMES)('holds one source, its truth and its expected record: %s', (name) => {
    const files = readdirSync(join(CORPUS, name)).map((file) => file.replace(/^source\.[a-z]+$/, 'source'));
    expect(files.sort()).toEqual(['expected.json', 'source', 'truth.json']);
  });
});
