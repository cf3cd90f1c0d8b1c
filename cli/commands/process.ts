import { Command, Option } from 'commander';
import { join } from 'node:path';
import { METADATA } from '../../core/contract.ts';
import { PROJECT_ROOT } from '../../local/project.ts';
import { maxMinutesOption } from '../max-minutes-option.ts';
import { modelOption } from '../model-option.ts';
import { settingsOption } from '../settings-option.ts';
import { stateOption } from '../state-option.ts';
import { runProcess, type ProcessOptions } from '../process/run.ts';

const EXAMPLES = `
Examples:
  sada process                              the sample calls
  sada process call.wav                     one recording
  sada process recordings/ --language ar    a folder of Arabic calls
  sada process *.mp3 --json | jq .outcome   one JSON object a call
  sada process call.wav --model small       by this Whisper model
  sada process call.wav --out results/      transcript and analysis as files

Exit codes: 0 every call was analysed, 1 at least one was not, 2 misuse.`;

interface Flags {
  json?: true;
  out?: string;
  language?: string;
  agentChannel?: string;
  model?: string;
  settings?: string;
  maxMinutes: number;
  state: string;
}

/** `sada process`: the whole way of a recording, on this machine. */
export function processCommand(exit: (code: number) => void): Command {
  return new Command('process')
    .description('process recordings on this machine, from audio to answers')
    .argument('[paths...]', 'recordings, or folders of them', [join(PROJECT_ROOT, 'samples')])
    .option('--json', 'print one JSON object a call on stdout, and nothing else there')
    .option('--out <dir>', 'write transcript and analysis of each call as JSON into a folder')
    .addOption(
      new Option('--language <language>', 'what the calls are spoken in').choices(['ar', 'en']),
    )
    .addOption(
      new Option('--agent-channel <side>', 'the channel that the agent is on').choices([
        'left',
        'right',
      ]),
    )
    .addOption(modelOption())
    .addOption(settingsOption())
    .addOption(maxMinutesOption())
    .addOption(stateOption())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], flags: Flags) => {
      exit(await runProcess(paths, optionsOf(flags)));
    });
}

function optionsOf({
  json,
  out,
  language,
  agentChannel,
  model,
  settings,
  maxMinutes,
  state,
}: Flags): ProcessOptions {
  return {
    json: json ?? false,
    out: out ?? null,
    metadata: {
      ...(language && { [METADATA.language]: language }),
      ...(agentChannel && { [METADATA.agentChannel]: agentChannel }),
    },
    model,
    settings,
    maxMinutes,
    stateDirectory: state,
  };
}
