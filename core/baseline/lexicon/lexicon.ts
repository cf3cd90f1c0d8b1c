/** How people of one language judge a service, in our own words. Phrases are separated by commas. */
export interface Lexicon {
  /** Weight of a phrase, -3 to 3, and the phrases that have it. */
  readonly polarity: readonly (readonly [weight: number, phrases: string])[];
  /** Said out of habit: they weigh little, however often they come. */
  readonly courtesies: string;
  /** They turn what follows round. */
  readonly negators: string;
  /** They strengthen what follows. */
  readonly intensifiers: string;
  /** Negation does not reach beyond these. */
  readonly boundaries: string;
}
