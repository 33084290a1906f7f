/**
 * Writes cases into a folder, each as `<case>/source.<ext>` and `<case>/truth.json`. Other files there are
 * left alone: the expected records are not the generator's.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusCase } from './corpus-case.ts';
import { toDiffableJson } from './diffable-json.ts';

/** Gives back the paths written, relative to `folder`. */
export function writeCorpus(folder: string, cases: readonly CorpusCase[]): readonly string[] {
  return cases.flatMap((item) => {
    const { extension, source, truth } = item.build();
    mkdirSync(join(folder, item.name), { recursive: true });
    const files = [
      { path: `${item.name}/source.${extension}`, content: source },
      { path: `${item.name}/truth.json`, content: toDiffableJson(truth) },
    ];
    for (const file of files) writeFileSync(join(folder, file.path), file.content);
    return files.map((file) => file.path);
  });
}
