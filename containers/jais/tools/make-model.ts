/* oxlint-disable no-console -- a program for people */
/** Writes random models for tests and benchmarks: `--help` says which. */
import { parseArgs } from 'node:util';
import { writeRandomAdapter } from './gguf/adapter.ts';
import { ARCHITECTURES } from './gguf/architectures.ts';
import { writeRandomModel } from './gguf/model.ts';
import { SHAPES } from './gguf/shape.ts';
import { WEIGHT_TYPES } from './gguf/weight-types.ts';

const HELP = `Writes a model with random weights and a tokenizer of English and Arabic, as GGUF.

  npx tsx containers/jais/tools/make-model.ts FILE [options]

  --shape ${Object.keys(SHAPES).join('|')}       sizes (default: tiny; 1.7 MB, 121 MB, 3.8 GB)
  --architecture ${Object.keys(ARCHITECTURES).join('|')}    default: jais
  --weights ${Object.keys(WEIGHT_TYPES).join('|')}  of matrices (default: the shape's own)
  --seed NUMBER                 the same seed writes the same file (default: 1)
  --adapter                     a LoRA adapter for such a model instead
  --help                        prints this
`;

/** @throws RangeError naming what was expected */
function keyIn<C extends object>(choices: C, option: string, value: string): keyof C {
  if (Object.hasOwn(choices, value)) return value as keyof C;
  const expected = Object.keys(choices).join('|');
  throw new RangeError(`${option} is '${value}', expected ${expected}`);
}

async function run(args: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      shape: text,
      architecture: text,
      weights: text,
      seed: text,
      adapter: flag,
      help: flag,
    },
  });
  if (values.help) return console.log(HELP);
  const [path] = positionals;
  if (path === undefined) throw new RangeError('no file is named, expected: make-model.ts FILE');
  const shape = SHAPES[keyIn(SHAPES, '--shape', values.shape ?? 'tiny')];
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`--seed is '${values.seed}', expected a number`);
  if (values.adapter) return writeRandomAdapter(path, shape, seed);
  const weights = keyIn(WEIGHT_TYPES, '--weights', values.weights ?? shape.weights);
  const architecture = keyIn(ARCHITECTURES, '--architecture', values.architecture ?? 'jais');
  return writeRandomModel(path, { ...shape, weights }, { architecture, seed });
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
