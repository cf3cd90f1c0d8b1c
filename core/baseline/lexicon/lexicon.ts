/** How people of one language judge a service, in our own words. Phrases are separated by commas. */
export interface Lexicon extends Grammar {
  /** Weight of a phrase, -3 to 3, and the phrases that have it. */
  readonly polarity: readonly (readonly [weight: number, phrases: string])[];
}

export interface Grammar {
  /** Turns of phrase that mean nothing here, whatever their words say elsewhere. */
  readonly meaningless: string;
  /** Said out of habit: they weigh little, however often they come. */
  readonly courtesies: string;
  /** Words that in a turn of their own only say "go on", praise or not. */
  readonly assents: string;
  /** Who was not there: a complaint themselves, and they turn what follows round. */
  readonly absentees: string;
  /** They turn what follows round. */
  readonly negators: string;
  /** They strengthen what stands beside them. */
  readonly intensifiers: string;
  /** Negation does not reach beyond these. */
  readonly boundaries: string;
  /** What follows them outweighs what came before ("but", "in the end"). */
  readonly contrasts: string;
  /** What stands beside them is granted, not meant ("although", "at first"). */
  readonly concessions: string;
}
