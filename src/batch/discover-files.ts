/**
 * Files and folders as named, to the files below them, in bytewise order of their paths whatever order the disk
 * gives. What cannot be entered comes out as a problem in its place. Formats are not judged here: content decides.
 */
import { type FileFault, faultOf } from './failed-record.ts';
import { diskFileSystem, type FileSystem } from './file-system.ts';

export type Discovered =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'problem'; readonly path: string; readonly fault: FileFault }
  /** A folder that lies above itself by a symbolic link: its files come once, without going in again. */
  | { readonly kind: 'loop'; readonly path: string };

/** Hidden files, and the lock files that office programs leave beside an open document. */
const HIDDEN = /^(?:\.|~\$)/;

/** A database of SQLite and its companions. */
const DATABASE = /^(.*\.db)(?:-wal|-shm|-journal)?$/;
const SQLITE_HEADER = 'SQLite format 3\0';

/** A path that is reached twice, named or by way of its folder, comes once. */
export async function* discoverFiles(
  paths: readonly string[],
  fs: FileSystem = diskFileSystem,
): AsyncGenerator<Discovered> {
  const seen = new Set<string>();
  for (const path of paths)
    for await (const found of enter(path, [], fs)) {
      if (seen.has(found.path)) continue;
      seen.add(found.path);
      yield found;
    }
}

/** `above`: the resolved folders that the path lies in. */
async function* enter(path: string, above: readonly string[], fs: FileSystem): AsyncGenerator<Discovered> {
  const kind = await kindOf(path, fs);
  if (typeof kind === 'object') yield { kind: 'problem', path, fault: kind };
  else if (kind === 'folder') yield* walk(path, above, fs);
  else yield { kind: 'file', path };
}

async function* walk(folder: string, above: readonly string[], fs: FileSystem): AsyncGenerator<Discovered> {
  const listed = await list(folder, fs);
  if ('fault' in listed) {
    yield { kind: 'problem', path: folder, fault: listed.fault };
    return;
  }
  if (above.includes(listed.resolved)) {
    yield { kind: 'loop', path: folder };
    return;
  }
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  const visible = listed.names.filter((name) => !HIDDEN.test(name));
  const kinds = await Promise.all(visible.map((name) => kindOf(base + name, fs)));
  const sorted = visible
    // With its slash a folder stands where its files stand among all paths.
    .map((name, at) => ({ name, key: Buffer.from(kinds[at] === 'folder' ? `${name}/` : name) }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  for (const { name } of sorted)
    if (!(await isDatabase(base, name, fs))) yield* enter(base + name, [...above, listed.resolved], fs);
}

async function kindOf(path: string, fs: FileSystem): Promise<'file' | 'folder' | FileFault> {
  try {
    const { kind } = await fs.stat(path);
    return kind === 'other' ? { code: 'file.unreadable', message: 'neither a file nor a folder' } : kind;
  } catch (error) {
    return faultOf(error);
  }
}

type Listing = { readonly names: readonly string[]; readonly resolved: string };

async function list(folder: string, fs: FileSystem): Promise<Listing | { readonly fault: FileFault }> {
  try {
    return { names: await fs.list(folder), resolved: await fs.resolve(folder) };
  } catch (error) {
    return { fault: faultOf(error, 'folder.unreadable') };
  }
}

/** Our own results often lie among the sources; a report is never an SQLite file. */
async function isDatabase(base: string, name: string, fs: FileSystem): Promise<boolean> {
  const main = DATABASE.exec(name)?.[1];
  if (main === undefined) return false;
  try {
    const head = await fs.head(base + main, SQLITE_HEADER.length);
    return Buffer.from(head).toString('latin1') === SQLITE_HEADER;
  } catch {
    return false;
  }
}
