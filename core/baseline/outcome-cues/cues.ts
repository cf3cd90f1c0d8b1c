/** What shows how a call ended, in one language. Phrases are separated by commas. */
export interface OutcomeCues {
  readonly resolved: SideCues;
  readonly followUp: SideCues;
}

/** By whoever says it: "I will call back" is a promise from one side and a threat from the other. */
export interface SideCues {
  /** Weight 2: on its own enough to tell. */
  readonly agent: string;
  readonly customer: string;
  /** Weight 1: either side, only together with others enough. */
  readonly either: string;
}
