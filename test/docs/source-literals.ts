/** Folders of source files → the string literals in them that have the shape of a code, `area.problem`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './build-docs.ts';

export interface DottedLiterals {
  /** `'row.by-order'` */
  readonly literals: ReadonlySet<string>;
  /** `` `number.${doubt}` `` as a pattern in which the inserted part is any one word. */
  readonly templates: readonly RegExp[];
}

const WORD = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const LITERAL = new RegExp(`'(${WORD}\\.${WORD})'`, 'g');
const TEMPLATE = new RegExp(`\`(?:(${WORD})\\.\\$\\{[^}]+\\}|\\$\\{[^}]+\\}\\.(${WORD}))\``, 'g');

/** Paths are from the project's root; those that `isLeftOut` names are not read. */
export async function dottedLiterals(
  paths: readonly string[],
  isLeftOut: (path: string) => boolean = () => false,
): Promise<DottedLiterals> {
  const literals = new Set<string>();
  const templates: RegExp[] = [];
  for (const path of (await Promise.all(paths.map(sourceFiles))).flat()) {
    if (isLeftOut(path)) continue;
    const text = await readFile(new URL(path, ROOT), 'utf8');
    for (const [, literal] of text.matchAll(LITERAL)) literals.add(literal!);
    for (const [, area, problem] of text.matchAll(TEMPLATE))
      templates.push(new RegExp(`^${area ?? WORD}\\.${problem ?? WORD}$`));
  }
  return { literals, templates };
}

async function sourceFiles(path: string): Promise<string[]> {
  if (path.endsWith('.ts')) return [path];
  const names = await readdir(join(fileURLToPath(ROOT), path), { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`);
}
