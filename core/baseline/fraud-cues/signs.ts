import type { Speaker } from '../../transcript.ts';

/** What calls of people who want what is not theirs have in common, and calls about such calls. */
export const FRAUD_SIGNS = [
  'secret_asked',
  'code_asked',
  'secret_told',
  'verification_refused',
  'acts_for_another',
  'contact_changed',
  'money_moved',
  'impostor_reported',
  'pressure',
] as const;
export type FraudSign = (typeof FRAUD_SIGNS)[number];

interface Meaning {
  /** Who says it; `unknown`: whoever. */
  readonly side: Speaker;
  /** One sign of 2 is enough for a high risk, one of 1 for a low one. */
  readonly weight: number;
}

export const MEANINGS: Readonly<Record<FraudSign, Meaning>> = {
  /** No honest caller or agent needs a password, a PIN or the digits on the back of a card. */
  secret_asked: { side: 'unknown', weight: 2 },
  /** Some agents do ask for a one-time code, which is what makes it easy to steal. */
  code_asked: { side: 'unknown', weight: 1 },
  secret_told: { side: 'customer', weight: 1 },
  verification_refused: { side: 'customer', weight: 1.5 },
  acts_for_another: { side: 'customer', weight: 1 },
  /** A new number or address is where the next code goes: what an account is taken over by. */
  contact_changed: { side: 'customer', weight: 1 },
  money_moved: { side: 'customer', weight: 1 },
  impostor_reported: { side: 'customer', weight: 1 },
  /** Haste alone is what most customers are in. */
  pressure: { side: 'customer', weight: 0.5 },
};

/** Phrases of one language by sign, separated by commas. */
export type FraudCues = Readonly<Record<FraudSign, string>>;
