/**
 * `npm run corpus [-- --reversed] [-- --out FOLDER]`: writes the corpus anew from its fixed seeds.
 * `--reversed` takes the cases from the last to the first: the bytes must be the same.
 */
import { parseArgs } from 'node:util';
import { ALL_CASES } from './all-cases.ts';
import { writeCorpus } from './write-corpus.ts';

const { values } = parseArgs({
  options: { reversed: { type: 'boolean' }, out: { type: 'string', default: 'corpus' } },
});
const written = writeCorpus(values.out, values.reversed ? ALL_CASES.toReversed() : ALL_CASES);
process.stdout.write(`${written.length} files in ${values.out}\n`);
