import { parseArgs } from 'node:util';
import { ENV } from '../../../core/contract.ts';

export const HELP = `Turns recordings of calls into transcripts.

  main.ts                      works on the job queue that the environment names
  main.ts --once FILE          hears one recording and prints who said what

  --language en|ar             what is spoken, when it is known
  --agent-channel left|right   where the agent is on a stereo recording (default: left)
  --json                       prints the transcript as JSON instead
  --help                       prints this

Examples
  node --import tsx containers/whisper/src/main.ts --once samples/refund-resolved.wav
  node --import tsx containers/whisper/src/main.ts --once call.mp3 --agent-channel right --json

Environment of the worker
  ${ENV.jobQueueUrl}, ${ENV.bucket}       needed
  ${ENV.transcriptionEngine}      name of the engine
  ${ENV.workerConcurrency}        jobs at a time (default: 1)
  ${ENV.maxDurationSeconds}      longest recording that is heard
  ${ENV.idleMinutes}             minutes without a job after which it ends (default: never)

Exit status: 0 done, 1 the recording was rejected or the engine failed, 2 misuse.
`;

/** What the command line asks for. */
export type Command =
  | { do: 'help' }
  | { do: 'serve' }
  | {
      do: 'once';
      file: string;
      json: boolean;
      language: 'en' | 'ar' | null;
      agentChannel: 'left' | 'right' | null;
    };

/** The command line asks for something that there is not. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** @throws Misuse saying what was expected */
export function commandOf(args: readonly string[]): Command {
  const { once, language, 'agent-channel': agentChannel, json = false, help } = parsed(args);
  if (help) return { do: 'help' };
  if (once === undefined) {
    if (args.length > 0) throw new Misuse('expected --once FILE with these options');
    return { do: 'serve' };
  }
  return {
    do: 'once',
    file: once,
    json,
    language: oneOf(['en', 'ar'], '--language', language),
    agentChannel: oneOf(['left', 'right'], '--agent-channel', agentChannel),
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { once: text, language: text, 'agent-channel': text, json: flag, help: flag };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(
  choices: readonly T[],
  option: string,
  value: string | undefined,
): T | null {
  if (value === undefined) return null;
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  throw new Misuse(`expected ${option} ${choices.join('|')}, got ${value}`);
}
