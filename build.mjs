// Bundles our own modules into dist/; npm packages stay outside, as installed.
import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

await build({
  entryPoints: ['src/cli/main.ts', 'src/index.ts'],
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  loader: { '.json': 'json' },
  logLevel: 'warning',
});
await chmod('dist/cli/main.js', 0o755);
