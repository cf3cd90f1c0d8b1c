import { ENV } from '../../../core/contract.ts';
import {
  DEADLINE_SECONDS,
  DEFAULT_CONTEXT_TOKENS,
  DEFAULT_DEADLINE_SECONDS,
  DEFAULT_PORT,
  DEFAULT_QUEUE_LENGTH,
  DEFAULT_SEQUENCES,
  FORK,
  MODEL_FOLDER,
  PORT_VARIABLE,
  QUEUE_LENGTH,
} from './config.ts';

export const HELP = `Answers prompts with a language model: one prefix, many branches.

  main.ts serve      GET /ping and POST /invocations, as SageMaker asks them
  main.ts --help     prints this

Environment
  ${ENV.languageModel}
      a .gguf file, or the folder with one (default: ${MODEL_FOLDER})
      LoRA adapters lie beside it: NAME.lora.gguf, or adapters/NAME.gguf
  ${PORT_VARIABLE}
      default: ${DEFAULT_PORT}; 0 takes a free one, which the log names
  ${ENV.modelThreads}
      default: all processors of the machine
  ${ENV.modelSequences}
      prompts that are evaluated side by side (default: ${DEFAULT_SEQUENCES})
  ${ENV.modelContextTokens}
      tokens of each, its answer included (default: ${DEFAULT_CONTEXT_TOKENS}, at most what the model knows)
  ${QUEUE_LENGTH}
      requests that wait; further ones are refused with 503 (default: ${DEFAULT_QUEUE_LENGTH})
  ${DEADLINE_SECONDS}
      seconds until an answer is cut short (default: ${DEFAULT_DEADLINE_SECONDS})
  ${FORK}=on|off
      copies a prefix to all its branches, or lets them take turns (default: on)
  ${ENV.gpu}=required|none
      required: refuses to start without a GPU (default: none)

Example
  ${ENV.languageModel}=model.gguf ${PORT_VARIABLE}=8080 node --import tsx containers/jais/src/main.ts serve

Exit status: 0 stopped by a signal, 1 the model can't be served, 2 misuse.
`;

export type Command = 'help' | 'serve';

/** The command line asks for something that there is not. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** @throws Misuse saying what was expected */
export function commandOf(args: readonly string[]): Command {
  if (args.length === 1 && args[0] === 'serve') return 'serve';
  if (args.length === 1 && args[0] === '--help') return 'help';
  throw new Misuse(`the arguments are '${args.join(' ')}', expected: serve`);
}
