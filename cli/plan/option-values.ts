import { InvalidArgumentError } from 'commander';
import { PRICE_NAMES, type PriceName, type Prices } from '../../core/plan/prices.ts';

/** A parser of numbers within bounds, with a message that states them. */
export const numberFrom =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a number from ${least} to ${most}.`);
  };

export function seed(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('Expected a whole number of 0 or more.');
}

/** `ar=0.7,en=0.3`: the share of Arabic. */
export function languageMix(text: string): number {
  const shares = new Map(text.split(',').map((part) => shareOf(part)));
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  const isKnown = [...shares.keys()].every((language) => ['ar', 'en'].includes(language));
  if (isKnown && Math.abs(sum - 1) < 1e-6) return shares.get('ar') ?? 0;
  throw new InvalidArgumentError('Expected shares of ar and en that make 1, as ar=0.7,en=0.3.');
}

function shareOf(part: string): [string, number] {
  const [language = '', share = ''] = part.split('=');
  const value = Number(share);
  return [language.trim(), share.trim() !== '' && value >= 0 ? value : Number.NaN];
}

/** `workerSpot=0.25`, added to those before it. */
export function price(text: string, before: Partial<Prices>): Partial<Prices> {
  const [name = '', value = ''] = text.split('=');
  const usd = Number(value);
  if (isPriceName(name) && value.trim() !== '' && usd >= 0 && Number.isFinite(usd)) {
    return { ...before, [name]: usd };
  }
  throw new InvalidArgumentError(`Expected NAME=USD with a name of: ${PRICE_NAMES.join(', ')}.`);
}

const isPriceName = (name: string): name is PriceName =>
  (PRICE_NAMES as readonly string[]).includes(name);

export function date(text: string): string {
  const at = Date.parse(`${text}T00:00:00Z`);
  const isReal = Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isReal) return text;
  throw new InvalidArgumentError('Expected a date as YYYY-MM-DD.');
}
