import { InvalidArgumentError, Option } from 'commander';

const DEFAULT_MINUTES = 120;

/** The longest recording that is admitted, in minutes. */
export const maxMinutesOption = (): Option =>
  new Option('--max-minutes <minutes>', 'refuse longer recordings')
    .default(DEFAULT_MINUTES)
    .argParser(positive);

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('Expected a number above 0.');
}
