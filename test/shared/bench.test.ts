/** The dev bench (../shared/bench): no figure silently wrong, no crash. Skipped where it does not lie beside the project. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/parse-report.ts';
import { benchSource, benchTruths, compare, falseAlarms, HAS_SHARED, type Truth } from './bench-case.ts';

const TRUTHS = benchTruths();

/** Formats and layouts whose tables survive their way to the file, so that all of them must be read. */
const HELD = [
  'docx/clean',
  'html/portal',
  'html/msoword',
  'pdf/lo-cross',
  'pdf/chromium',
  'txt/tika',
  'txt/lines',
];
const isHeld = ({ format, layout, generation }: Truth) =>
  HELD.includes(`${format}/${layout}`) && (generation === 'g2019' || generation === 'g2021');

/** Share of a case's facts that must be right. */
const MIN_RIGHT = 0.99;

const parse = (truth: Truth) => parseReport(benchSource(truth), { path: truth.source });

describe.skipIf(!HAS_SHARED)('the bench (skipped where ../shared is absent)', () => {
  it('has cases of every layout that is held', () => {
    const present = new Set(TRUTHS.filter(isHeld).map(({ format, layout }) => `${format}/${layout}`));
    expect([...present].sort()).toEqual([...HELD].sort());
  });

  it.each(TRUTHS.filter(isHeld).map((truth) => [truth.case, truth] as const))(
    '%s is read right, and without a false alarm',
    async (_, truth) => {
      const record = await parse(truth);
      const { right, silent } = compare(record, truth);
      expect(silent).toEqual([]);
      expect(right / Object.keys(truth.facts).length).toBeGreaterThanOrEqual(MIN_RIGHT);
      expect(falseAlarms(record, truth)).toEqual([]);
    },
  );

  it.each(TRUTHS.filter((truth) => !isHeld(truth)).map((truth) => [truth.case, truth] as const))(
    '%s gives a record',
    async (_, truth) => {
      const record = await parse(truth);
      expect(record.diagnostics.length > 0 || record.status === 'ok').toBe(true);
      if (truth.expect === 'failed') expect(record).toMatchObject({ status: 'failed', facts: {} });
    },
  );
});
