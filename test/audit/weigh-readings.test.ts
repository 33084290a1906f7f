/** Two readings of the same bytes: which is kept, who erred, and that every difference is named. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../src/audit/audit-report.ts';
import { type AuditedReading, isInDoubt, weighReadings } from '../../src/audit/weigh-readings.ts';
import { readWith, soundValues, type Values } from './fixtures.ts';

const SOUND = soundValues('g2021');
const WRONG = 'applications.granted.enterprise';
const OTHER_WRONG = 'remedies.review.total';

function reading(values: Values, changes = {}): AuditedReading {
  const read = readWith('g2021', values, changes);
  return { read, findings: auditReport(read) };
}

const sound = reading(SOUND);
const broken = reading({ ...SOUND, [WRONG]: SOUND[WRONG]! + 5 });
const disagreements = ({ read }: AuditedReading) =>
  read.diagnostics.filter((one) => one.code === 'reader.disagreement');

describe('weighReadings', () => {
  it('blames the issuer where both readers read the same figures', () => {
    const { reading: kept, isSecond } = weighReadings(
      broken,
      reading({ ...SOUND, [WRONG]: SOUND[WRONG]! + 5 }),
    );
    expect(isSecond).toBe(false);
    expect(kept.findings.length).toBeGreaterThan(0);
    expect(new Set(kept.findings.map((one) => one.verdict))).toEqual(new Set(['issuer']));
    expect(disagreements(kept)).toEqual([]);
  });

  it('keeps the second where it alone satisfies the form, and names the facts on which they differ', () => {
    const { reading: kept, isSecond } = weighReadings(broken, sound);
    expect(isSecond).toBe(true);
    expect(kept.read.facts[WRONG]?.value).toBe(SOUND[WRONG]);
    expect(disagreements(kept)).toMatchObject([{ severity: 'info', facts: [WRONG] }]);
  });

  it('keeps the first where it satisfies the form, whatever the second reads', () => {
    const { reading: kept, isSecond } = weighReadings(sound, broken);
    expect(isSecond).toBe(false);
    expect(kept.read.facts).toEqual(sound.read.facts);
    expect(disagreements(kept)).toMatchObject([{ severity: 'info', facts: [WRONG] }]);
  });

  it('names the facts as a warning where neither satisfies the form, and says that our reading may have erred', () => {
    const other = reading({ ...SOUND, [OTHER_WRONG]: 99 });
    const { reading: kept, isSecond } = weighReadings(broken, other);
    expect(isSecond).toBe(false);
    const [told] = disagreements(kept);
    expect(told?.severity).toBe('warning');
    expect([...(told?.facts ?? [])].sort()).toEqual([WRONG, OTHER_WRONG].sort());
    expect(new Set(kept.findings.map((one) => one.verdict))).toEqual(new Set(['reader']));
  });

  it('names differences that no sum sees', () => {
    const free = 'proactive.licensing.decisions';
    const { reading: kept } = weighReadings(sound, reading({ ...SOUND, [free]: 77 }));
    expect(disagreements(kept)).toMatchObject([{ severity: 'warning', facts: [free] }]);
  });

  it('never mixes figures of both', () => {
    const other = reading({ ...SOUND, [OTHER_WRONG]: 99 });
    for (const [one, two] of [
      [broken, other],
      [other, broken],
      [sound, other],
    ] as const) {
      const { reading: kept, isSecond } = weighReadings(one, two);
      expect(kept.read.facts).toEqual((isSecond ? two : one).read.facts);
    }
  });

  it('lets a reading that lost the columns confirm nothing', () => {
    const shifted = Object.fromEntries(Object.entries(SOUND).map(([id, value], i) => [id, value + i]));
    const { reading: kept } = weighReadings(broken, reading(shifted));
    expect(kept.read.facts).toEqual(broken.read.facts);
    expect(new Set(kept.findings.map((one) => one.verdict))).toEqual(new Set(['undecided']));
  });
});

describe('isInDoubt', () => {
  it('asks for a second reader where a sum fails or a parser doubts', () => {
    expect(isInDoubt(sound)).toBe(false);
    expect(isInDoubt(broken)).toBe(true);
    const doubted = reading(SOUND, {
      diagnostics: [{ code: 'row.by-order', severity: 'warning', message: '' }],
    });
    expect(isInDoubt(doubted)).toBe(true);
  });

  it('does not where only a cell is blank or a label altered', () => {
    const label = {
      table: 'applications',
      row: 'granted',
      printed: '（一）公开',
      official: '（一）予以公开',
      place: {},
    };
    expect(isInDoubt(reading(SOUND, { alteredLabels: [label] }))).toBe(false);
    expect(isInDoubt(reading({ ...SOUND, 'proactive.rules.made': null }))).toBe(false);
  });
});
