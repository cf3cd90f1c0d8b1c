/** What shows how a call ended, in one language. Phrases are separated by commas. */
export interface OutcomeCues {
  readonly resolved: SideCues;
  readonly followUp: SideCues;
  /** The end came before anybody dealt with the reason: heard among the last turns alone. */
  readonly brokenOff: string;
  /** How calls close that came to their end, whatever it was. */
  readonly closing: string;
  /** Forms of speech rather than words: alone they make an outcome likely, no more. */
  readonly likely: LikelyForms;
}

/** For folded words joined by spaces. */
export interface LikelyForms {
  /** "I've put you back". */
  readonly deed: RegExp;
  /** "He'll have a look at it by Friday". */
  readonly promise: RegExp;
  /** What the agent asks of the customer, for after the call. */
  readonly duty: RegExp;
  /** What the customer means to do after the call. */
  readonly intention: RegExp;
}

/** By whoever says it: "I will call back" is a promise from one side and a threat from the other. */
export interface SideCues {
  /** On its own enough to tell. */
  readonly agent: string;
  readonly customer: string;
  /** Either side, only together with others enough. */
  readonly either: string;
}
