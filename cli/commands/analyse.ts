import { Argument, Command, Option } from 'commander';
import { settingsOption } from '../settings-option.ts';
import { runAnalyse } from '../evaluate/analyse.ts';

interface Flags {
  json?: true;
  engine: string;
  settings?: string;
}

/** `sada analyse`: the engine's answers to calls that are text already. */
export function analyseCommand(exit: (code: number) => void): Command {
  return new Command('analyse')
    .description('redact and analyse written calls, without audio')
    .addArgument(
      new Argument('<file>', 'JSON Lines: {"id", "text" | "turns": [{"speaker","text"}]}'),
    )
    .option('--json', 'print one analysis a line')
    .addOption(
      new Option('--engine <name>', 'what analyses them')
        .choices(['baseline', 'jais'])
        .default('baseline'),
    )
    .addOption(settingsOption())
    .addHelpText(
      'after',
      `
A text alone counts as one turn of the customer's.

Examples:
  sada analyse calls.jsonl
  sada analyse calls.jsonl --json > answers.jsonl
  sada evaluate summary --gold calls.jsonl --pred answers.jsonl

Exit codes: 0 every row was analysed, 1 the engine is not there, 2 a file that cannot be used.`,
    )
    .action(async (file: string, { json, engine, settings }: Flags) => {
      exit(await runAnalyse({ file, json: json ?? false, engine, settings }));
    });
}
