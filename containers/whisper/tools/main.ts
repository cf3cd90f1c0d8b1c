/** Writes models for tests and measurements: `--help` says how. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SHAPES, writeRandomModel, type ShapeName } from './random-model.ts';
import { writeScriptedModel, type Script } from './scripted-model.ts';

const HELP = `Writes Whisper models without real weights, which whisper.cpp loads.

  npm run test-models -- scripted FILE.bin SCRIPT.json    says a script in every window of 30 s
  npm run test-models -- random FILE.bin SHAPE [SEED]     random weights of a true shape, for speed

SCRIPT.json   {"language": "en"|"ar", "script": [{"text", "start", "end", "confidence"?}, ...],
               "languageProbability"?, "noSpeechProbability"?}; times in seconds
SHAPE         ${Object.keys(SHAPES).join(', ')}
SEED          a whole number (default: 1)

Examples
  echo '{"language":"en","script":[{"text":"good morning","start":0,"end":1}]}' > script.json
  npm run test-models -- scripted good-morning.bin script.json
  npm run test-models -- random base.bin base 7

Exit status: 0 done, 1 failed, 2 misuse.
`;

class Misuse extends Error {
  override readonly name = 'Misuse';
}

function write([kind, path, what, seed = '1']: readonly string[]): void {
  if (path === undefined || what === undefined) throw new Misuse('expected KIND FILE WHAT');
  if (kind === 'scripted') {
    writeScriptedModel(path, JSON.parse(readFileSync(what, 'utf8')) as Script);
  } else if (kind === 'random') writeRandomModel(path, shapeOf(what), Number(seed));
  else throw new Misuse(`expected scripted or random, got ${kind}`);
}

function shapeOf(name: string): ShapeName {
  if (Object.hasOwn(SHAPES, name)) return name as ShapeName;
  throw new Misuse(`expected one of ${Object.keys(SHAPES).join(', ')}, got ${name}`);
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  });
  if (values.help || positionals.length === 0) process.stdout.write(HELP);
  else write(positionals);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Misuse ? 2 : 1;
}
