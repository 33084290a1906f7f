/** Arbitrary records of the output contract, keys in its order, for the properties of the store. */
import fc from 'fast-check';
import type { Place } from '../../src/document/document.ts';
import type { ReportRecord } from '../../src/record.ts';

/** Any text that is well-formed Unicode, NUL and emoji included. */
const text = fc.string({ unit: 'binary', maxLength: 12 });
const optionalText = fc.option(text);
/** As good as never drawn twice. */
const hash = fc.uuid().map((id) => id.replaceAll('-', '').repeat(2));
const count = fc.nat({ max: 2 ** 40 });
const figure = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((n) => (Object.is(n, -0) ? 0 : n));
const coordinate = fc.double({ noNaN: true, min: 0, max: 2000 }).map((n) => n + 0);
const factId = fc.oneof(
  fc.constantFrom('applications.granted.total', 'proactive.rules.made', '__proto__', '12'),
  text,
);
const factIds = fc.array(factId, { maxLength: 4 });
const severity = fc.constantFrom('error' as const, 'warning' as const, 'info' as const);

const place: fc.Arbitrary<Place> = fc.record(
  {
    block: count,
    row: count,
    col: count,
    from: count,
    to: count,
    page: count,
    box: fc.tuple(coordinate, coordinate, coordinate, coordinate),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const fact = fc.record(
  {
    value: fc.option(figure),
    state: fc.constantFrom(
      'number' as const,
      'blank' as const,
      'dash' as const,
      'text' as const,
      'unreadable' as const,
    ),
    raw: text,
    place,
  },
  { noNullPrototype: true },
);

const report = fc.record({
  title: optionalText,
  year: fc.option(fc.integer({ min: 1990, max: 2100 })),
  issuer: fc.record({
    name: optionalText,
    kind: fc.constantFrom('dept_local' as const, 'gov_county' as const, null),
    level: fc.constantFrom('county' as const, null),
    division: fc.option(fc.record({ code: text, path: fc.array(text, { maxLength: 3 }) })),
  }),
  period: fc.record({ from: optionalText, to: optionalText }),
  published: optionalText,
  generation: fc.constantFrom('g2019' as const, 'g2021' as const, null),
});

export const arbitraryRecord: fc.Arbitrary<ReportRecord> = fc.record({
  contract: fc.constant(1 as const),
  source: fc.record({
    path: text,
    sha256: fc.oneof(fc.constant(''), hash),
    bytes: count,
    format: fc.constantFrom('docx' as const, 'pdf' as const, 'unknown' as const),
    readers: fc.array(text, { maxLength: 2 }),
  }),
  status: fc.constantFrom('ok' as const, 'partial' as const, 'failed' as const),
  report,
  sections: fc.array(
    fc.record({
      key: fc.constantFrom('overview' as const, 'other' as const),
      number: fc.option(fc.integer({ min: 1, max: 99 })),
      heading: text,
      text,
    }),
    { maxLength: 3 },
  ),
  facts: fc.array(fc.tuple(factId, fact), { maxLength: 8 }).map(Object.fromEntries),
  extras: fc.array(
    fc.record({ label: text, numbers: fc.array(fc.option(figure), { maxLength: 3 }), place }),
    {
      maxLength: 2,
    },
  ),
  claims: fc.array(
    fc.record({
      text,
      measure: text,
      value: figure,
      unit: optionalText,
      section: fc.constantFrom('overview' as const, null),
      place,
    }),
    { maxLength: 2 },
  ),
  findings: fc.array(
    fc.record({
      rule: text,
      severity,
      message: text,
      facts: factIds,
      suspects: factIds,
      expected: fc.option(figure),
      actual: fc.option(figure),
      verdict: fc.constantFrom('issuer' as const, 'reader' as const, 'undecided' as const),
    }),
    { maxLength: 3 },
  ),
  diagnostics: fc.array(
    fc.record(
      { code: text, severity, message: text, facts: factIds, place },
      { requiredKeys: ['code', 'severity', 'message'] },
    ),
    { maxLength: 3 },
  ),
});
