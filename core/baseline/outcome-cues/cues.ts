/** What shows how a call ended, in one language. Phrases are separated by commas. */
export interface OutcomeCues {
  readonly resolved: SideCues;
  readonly followUp: SideCues;
  /** The end came before anybody dealt with the reason: heard among the last turns alone. */
  readonly brokenOff: string;
  /** How calls close that came to their end, whatever it was. */
  readonly closing: string;
}

/** By whoever says it: "I will call back" is a promise from one side and a threat from the other. */
export interface SideCues {
  /** On its own enough to tell. */
  readonly agent: string;
  readonly customer: string;
  /** Either side, only together with others enough. */
  readonly either: string;
}
