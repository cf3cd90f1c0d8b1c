import { Option } from 'commander';

/** By this name the demo recogniser is asked for, whatever Whisper is here. */
export const DEMO = 'demo';

/** Which model hears the calls. */
export const modelOption = (): Option =>
  new Option(
    '--model <name>',
    `the Whisper model that hears the calls, or ${DEMO}; the best that is here if none is named`,
  ).env('SADA_MODEL');
