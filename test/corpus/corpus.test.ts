import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ALL_CASES } from './all-cases.ts';
import type { CorpusCase } from './corpus-case.ts';
import { drawFigures, type Figures, SCALES } from './figures.ts';
import { INVENTED_PLACES, ISSUERS } from './issuers.ts';
import { randomFrom } from './random.ts';
import { drawReport } from './report-source.ts';
import { failingSums } from './sum-check.ts';
import { writeCorpus } from './write-corpus.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CORPUS = join(ROOT, 'corpus');
const EXPECTED = 'expected.json';
const REPORTS = ALL_CASES.filter((item) => item.plan !== null);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function regenerate(cases: readonly CorpusCase[]): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  folders.push(folder);
  return new Map(writeCorpus(folder, cases).map((path) => [path, readFileSync(join(folder, path))]));
}

/** Paths of all files below `folder`, with forward slashes; the goldens are another test's matter. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function printedFigures(item: CorpusCase): Figures {
  const facts = Object.entries(item.build().truth.facts);
  return Object.fromEntries(facts.map(([id, fact]) => [id, fact.value ?? 0]));
}

const SUM_FAULTS = new Set(['wrong-leaf', 'wrong-total', 'transposed', 'balance', 'remedies-total']);

describe('the corpus', () => {
  it.each([
    ['in order', ALL_CASES],
    ['reversed', ALL_CASES.toReversed()],
  ])('comes out of its generator byte for byte, %s', (_order, cases) => {
    const differing = [...regenerate(cases)].filter(
      ([path, bytes]) => !bytes.equals(readFileSync(join(CORPUS, path))),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it('holds no file that the generator does not write, and lacks none', () => {
    const written = [...regenerate(ALL_CASES).keys()].sort();
    expect(filesOf(CORPUS).filter((path) => !path.endsWith(`/${EXPECTED}`))).toEqual(written);
  });

  it('names each case once', () => {
    expect(new Set(ALL_CASES.map((item) => item.name)).size).toBe(ALL_CASES.length);
  });

  it('speaks of places that no division bears the name of, but for the real ones', () => {
    const divisions = readFileSync(join(ROOT, 'parsers/divisions/divisions.data.json'), 'utf8');
    expect(INVENTED_PLACES.filter((place) => divisions.includes(`"${place}`))).toEqual([]);
    const invented = Object.values(ISSUERS).filter((issuer) => issuer.division === null);
    const unplaced = invented.filter(
      (issuer) => !INVENTED_PLACES.some((place) => issuer.name.includes(place)),
    );
    expect(unplaced).toEqual([]);
  });
});

describe('a drawn report', () => {
  it.each(REPORTS)('satisfies the sums of its form before a fault is planted: $name', ({ plan }) => {
    expect(failingSums(drawReport(plan!).drawn)).toEqual([]);
  });

  it.each(REPORTS.filter(({ plan }) => !plan!.fault))('prints figures that satisfy them: $name', (item) => {
    expect(failingSums(printedFigures(item))).toEqual([]);
  });

  it.each(REPORTS.filter(({ plan }) => SUM_FAULTS.has(plan!.fault ?? '')))(
    'breaks a sum by its fault: $name',
    (item) => {
      expect(failingSums(printedFigures(item))).not.toEqual([]);
    },
  );

  it('states each fault of its plan in its truth', () => {
    const planned = REPORTS.map(({ plan }) => (plan!.fault ? [plan!.fault] : []));
    expect(REPORTS.map((item) => item.build().truth.planted.map((fault) => fault.kind))).toEqual(planned);
  });

  it.each(Object.entries(SCALES))('satisfies the sums at any seed: scale %s', (_name, scale) => {
    const seeds = Array.from({ length: 40 }, (_, seed) => randomFrom(`scale/${seed}`));
    const failing = seeds.flatMap((random) => failingSums(drawFigures('g2021', scale, false, random)));
    expect(failing).toEqual([]);
  });
});

describe('the check of sums', () => {
  const drawn = drawFigures('g2021', SCALES.small, false, randomFrom('check'));

  it.each([
    ['applications.granted.enterprise', ['row granted', 'column enterprise']],
    ['applications.carried_forward.total', ['row carried_forward', 'balance total']],
    ['remedies.review.total', ['remedies review']],
  ])('names what a wrong %s breaks', (fact, broken) => {
    expect(failingSums({ ...drawn, [fact]: drawn[fact]! + 1 })).toEqual(broken);
  });
});
