/** Documents of paragraphs, for the tests of this folder. */
import type { Document, Metadata } from '../../../src/document/document.ts';

export function text(...paragraphs: string[]): Document {
  return { blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })), metadata: [], diagnostics: [] };
}

export function page(metadata: Record<string, string>, ...paragraphs: string[]): Document {
  const entries: Metadata[] = Object.entries(metadata).map(([name, value]) => ({ name, value }));
  return { ...text(...paragraphs), metadata: entries };
}
