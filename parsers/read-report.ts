/** Document → report: who, when and what, the sections, the tables' facts. Pure; the rules come afterwards. */
import type { Diagnostic } from '../src/document/diagnostic.ts';
import type { Document } from '../src/document/document.ts';
import { factsOf } from './forms/form.ts';
import { FORMS, formOf } from './forms/forms.ts';
import { readIdentity } from './identity/read-identity.ts';
import type { Fact, Generation, ReadReport } from './report.ts';
import { findSections } from './sections/find-sections.ts';
import { readTables } from './tables/read-tables.ts';

/** A page with fewer figures of the form and fewer sections than this is no report: a notice, a list, other statistics. */
const MIN_FACTS = 8;
const MIN_SECTIONS = 3;

/** Everything that a document says as a report; null where it is none. */
export function readReport(document: Document): ReadReport | null {
  const sections = findSections(document);
  const identity = readIdentity(document);
  const tables = readTables(document, sections, identity.year);
  const isReport =
    Object.keys(tables.facts).length >= MIN_FACTS ||
    (identity.title !== null && sections.length >= MIN_SECTIONS);
  if (!isReport) return null;
  const { diagnostics, ...rest } = identity;
  return {
    report: {
      title: rest.title,
      year: rest.year,
      issuer: rest.issuer,
      period: rest.period,
      published: rest.published,
      generation: tables.generation,
    },
    sections: sections.map(({ block: _, ...section }) => section),
    facts: tables.facts,
    extras: tables.extras,
    claims: [],
    alteredLabels: tables.alteredLabels,
    diagnostics: [...diagnostics, ...tables.diagnostics, ...missingFacts(tables.generation, tables.facts)],
  };
}

const UNKNOWN_FORM: Diagnostic = {
  code: 'form.unsupported',
  severity: 'error',
  message: `The report prints none of the forms whose figures are read (${FORMS.map(({ en }) => en).join(', ')})`,
};

/** Facts of the form that the document does not print, told by name. */
function missingFacts(generation: Generation | null, facts: Readonly<Record<string, Fact>>): Diagnostic[] {
  const form = formOf(generation);
  if (!form) return [UNKNOWN_FORM];
  const missing = factsOf(form)
    .map((fact) => fact.id)
    .filter((id) => !facts[id]);
  if (missing.length === 0) return [];
  const message = `${missing.length} figures of the form (${form.basis}) were not found in the document`;
  return [
    {
      code: 'facts.missing',
      severity: 'error',
      message,
      facts: [...missing, ...singleOther(missing, facts)],
    },
  ];
}

/** Where nothing of （六）其他处理 was found, its parts may be missing or the one row that some reports print instead. */
function singleOther(missing: readonly string[], facts: Readonly<Record<string, Fact>>): string[] {
  return missing
    .filter((id) => id.startsWith('applications.other_misc.'))
    .map((id) => id.replace('other_misc', 'other'))
    .filter((id) => !facts[id]);
}
