/** The program bundled as `npm run build` does it, into a folder of its own, and run as a child process. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const STUB = fileURLToPath(new URL('./stub-parse.ts', import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the reading of stdout after its first bytes. */
  readonly closeOutput?: boolean;
}

/** Registers the build before the file's tests; with `stub`, test/cli/stub-parse.ts in place of the parser. */
export function builtProgram({ stub }: { readonly stub: boolean }): {
  run(args: readonly string[], options: RunOptions): Promise<Run>;
} {
  let folder = '';
  beforeAll(async () => {
    // Below the project, so that its packages and its package.json are found from there.
    const cache = join(ROOT, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'nianbao-test-'));
    await build({
      entryPoints: [join(ROOT, 'src/cli/main.ts')],
      outdir: folder,
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      plugins: stub ? [stubParser] : [],
      logLevel: 'warning',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    run: (args, { cwd, env, closeOutput = false }) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [join(folder, 'main.mjs'), ...args], {
          cwd,
          env: { PATH: process.env.PATH ?? '', LANG: 'en_US.UTF-8', ...env },
        });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        child.stdout.on('data', (chunk) => {
          out.push(chunk);
          if (closeOutput) child.stdout.destroy();
        });
        child.stderr.on('data', (chunk) => err.push(chunk));
        child.on('error', reject);
        child.on('close', (status) =>
          resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
        );
      }),
  };
}

const stubParser: Plugin = {
  name: 'stub-parser',
  setup({ onResolve }) {
    onResolve({ filter: /\/parse-report\.ts$/ }, () => ({ path: STUB }));
  },
};
