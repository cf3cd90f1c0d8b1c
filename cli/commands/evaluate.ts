import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { TASK_NAMES, type TaskName } from '../../core/evaluation/tasks/index.ts';
import { limitOf, type Limit } from '../evaluate/gates.ts';
import { runPipeline } from '../evaluate/pipeline/run.ts';
import { runEvaluate, type EvaluateOptions } from '../evaluate/run.ts';
import { settingsOption } from '../settings-option.ts';
import { Misuse } from '../misuse.ts';

const PIPELINE = 'pipeline';
/** Enough for intervals that two seeds agree on to a hundredth. */
const SAMPLES = 1000;

const EXAMPLES = `
Sets and predictions are JSON Lines, joined by id:
  {"id": "1", "lang": "en", "text": "..."}                       or "turns": [{"speaker", "text"}]
  "labels": {"sentiment": "negative", "outcome": "resolved", "topics": ["refund"]}
  "references": ["a summary"]
  "pii": [{"turn": 0, "start": 11, "end": 20, "kind": "NAME"}]   UTF-16 code units of the turn's text
A prediction has its answer under labels or at the top, as sada analyse prints it; a summary or a
transcript is its text. Rows without an answer, and answers that cannot be read, count as wrong.

Examples:
  sada evaluate sentiment --gold gold.jsonl --engine baseline
  sada evaluate outcome --gold gold.jsonl --pred mine.jsonl --json --min accuracy=.8
  sada evaluate sentiment --gold gold.jsonl --pred a.jsonl --against b.jsonl --by lang
  sada evaluate outcome --gold theirs.jsonl --engine baseline --map follow-up=follow_up_needed
  sada evaluate redaction --gold gold.jsonl --pred mine.jsonl --out results/
  sada evaluate speech --gold said.jsonl --pred heard.jsonl --max werNormalised=.2
  sada evaluate pipeline samples/                 recordings with truth files, from audio to labels

Exit codes: 0 done, 1 a limit was not kept, 2 misuse or a file that cannot be used.`;

interface Flags {
  gold?: string;
  pred?: string;
  engine?: string;
  against?: string;
  by?: string;
  map: ReadonlyMap<string, string>;
  encoder?: string;
  json?: true;
  out?: string;
  min: Limit[];
  max: Limit[];
  seed: number;
  state?: string;
  settings?: string;
}

/** `sada evaluate`: how good the answers are, with how sure that is. */
export function evaluateCommand(exit: (code: number) => void): Command {
  return new Command('evaluate')
    .description('score answers against a set whose answers are known')
    .addArgument(new Argument('<task>', 'what to score').choices([...TASK_NAMES, PIPELINE]))
    .argument('[paths...]', 'pipeline: recordings or folders of them, a truth file beside each')
    .option('--gold <file>', 'the set, with what is true')
    .option('--pred <file>', 'the answers of a system')
    .addOption(
      new Option('--engine <name>', 'ask this engine instead').choices(['baseline', 'jais']),
    )
    .option('--against <file>', 'the answers of another system, to compare with')
    .option('--by <field>', 'figures by a field of the rows as well, for example lang')
    .option(
      '--map <from=to>',
      'a label of the files, and ours for it (repeatable)',
      mapping,
      new Map(),
    )
    .option('--encoder <path>', 'summary: a local encoder for BERTScore')
    .option('--json', 'print one JSON object on stdout')
    .option('--out <dir>', 'write report.md, report.json, errors.csv and confusion.svg')
    .option('--min <metric=value>', 'fail below it (repeatable)', limits('min'), [])
    .option('--max <metric=value>', 'fail above it (repeatable)', limits('max'), [])
    .option('--seed <number>', 'of the intervals that are drawn', seed, 1)
    .option('--state <dir>', 'pipeline: where the local system keeps what it knows')
    .addOption(settingsOption())
    .addHelpText('after', EXAMPLES)
    .action(async (task: TaskName | typeof PIPELINE, paths: string[], flags: Flags) => {
      exit(
        task === PIPELINE
          ? await runPipeline(paths, { ...showing(flags), stateDirectory: flags.state ?? null })
          : await runEvaluate(optionsOf(task, paths, flags)),
      );
    });
}

function optionsOf(task: TaskName, paths: readonly string[], flags: Flags): EvaluateOptions {
  const { gold, pred, engine, against = null, by = null } = flags;
  if (paths.length > 0) throw new Misuse(`${task} takes no paths; expected --gold FILE`);
  if (gold === undefined) throw new Misuse(`${task}: --gold FILE is missing`);
  if ((pred === undefined) === (engine === undefined)) {
    throw new Misuse(`${task}: expected either --pred FILE or --engine NAME`);
  }
  if (flags.encoder !== undefined) {
    throw new Misuse('--encoder: this version runs no encoder, so that BERTScore is not available');
  }
  const system = pred === undefined ? { engine: engine ?? '' } : { file: pred };
  return { task, gold, system, against, by, ...showing(flags) };
}

function showing({
  json,
  out,
  min,
  max,
  seed,
  map,
  settings,
}: Flags): Pick<EvaluateOptions, 'json' | 'out' | 'limits' | 'bootstrap' | 'map' | 'settings'> {
  return {
    map,
    settings,
    json: json ?? false,
    out: out ?? null,
    limits: [...min, ...max],
    bootstrap: { samples: SAMPLES, seed },
  };
}

function mapping(text: string, before: ReadonlyMap<string, string>): Map<string, string> {
  const [, from, to] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) {
    throw new InvalidArgumentError('Expected FROM=TO, for example follow-up=follow_up_needed.');
  }
  return new Map([...before, [from.trim(), to.trim()]]);
}

function limits(bound: Limit['bound']): (text: string, before: Limit[]) => Limit[] {
  return (text, before) => [...before, limitOf(text, bound)];
}

function seed(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('Expected a whole number of 0 or more.');
}
