/**
 * A zip package → which of its parts is the document, and which hold its styles, numbering and
 * title, by the package's relationships; the usual names where those are missing. Where there is
 * no document it says what the archive seems to be instead.
 */
import { DocxFault } from './docx-fault.ts';
import { readXml } from './xml-events.ts';
import type { ZipPackage } from './zip-package.ts';

export interface DocumentParts {
  readonly document: string;
  readonly styles: string | undefined;
  readonly numbering: string | undefined;
  readonly coreProperties: string | undefined;
}

const USUAL_DOCUMENT = 'word/document.xml';

/** What an archive without a Word document is, told by an entry's name. */
const OTHER_ARCHIVES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\./i, 'an Excel workbook'],
  [/^ppt\/presentation\./i, 'a PowerPoint presentation'],
  [/^OFD\.xml$/i, 'an OFD document'],
  [/^META-INF\/container\.xml$/i, 'an EPUB book'],
  [/^content\.xml$/i, 'an OpenDocument file'],
  [/^Index\/Document\.iwa$/i, 'an Apple Pages document'],
  [/\.(docx?|wps|pdf|html?|ofd|rtf)$/i, 'an archive of documents'],
];

/** Throws a `DocxFault` where there is no document. */
export function findDocumentParts(zip: ZipPackage): DocumentParts {
  const ofPackage = readRelationships(zip, '');
  const document = [ofPackage.get('officeDocument'), USUAL_DOCUMENT].find(
    (name) => name !== undefined && zip.has(name),
  );
  if (document === undefined || OTHER_ARCHIVES.slice(0, 2).some(([name]) => name.test(document))) {
    throw new DocxFault('docx.no-document', `no Word document in the zip archive: ${describeArchive(zip)}`);
  }
  const ofDocument = readRelationships(zip, document);
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  const existing = (...names: (string | undefined)[]) =>
    names.find((name) => name !== undefined && zip.has(name));
  return {
    document,
    styles: existing(ofDocument.get('styles'), `${folder}styles.xml`),
    numbering: existing(ofDocument.get('numbering'), `${folder}numbering.xml`),
    coreProperties: existing(ofPackage.get('core-properties'), 'docProps/core.xml'),
  };
}

function describeArchive(zip: ZipPackage): string {
  const other = OTHER_ARCHIVES.find(([name]) => zip.names.some((entry) => name.test(entry)));
  if (other !== undefined) return `it seems to be ${other[1]}`;
  if (zip.names.length === 0) return 'it is empty';
  return `it holds ${zip.names.length} entries, the first ${zip.names[0]}`;
}

/** Last step of a relationship's type (strict and transitional agree in it) → part name. */
function readRelationships(zip: ZipPackage, source: string): ReadonlyMap<string, string> {
  const slash = source.lastIndexOf('/') + 1;
  const part = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
  const bytes = zip.read(part);
  const targets = new Map<string, string>();
  if (bytes === undefined) return targets;
  readXml(part, bytes, {
    open(name, attributes) {
      const { Type: type, Target: target, TargetMode: mode } = attributes;
      if (name !== 'rel:Relationship' || type === undefined || target === undefined || mode === 'External')
        return;
      const key = type.slice(type.lastIndexOf('/') + 1);
      if (!targets.has(key)) targets.set(key, resolveTarget(source.slice(0, slash), target));
    },
    close() {},
  });
  return targets;
}

function resolveTarget(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
