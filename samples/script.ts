/** One thing said, and when: numbers are written as the words that are spoken. */
export interface Line {
  speaker: 'agent' | 'customer';
  text: string;
  /** Seconds after everybody has fallen silent; negative cuts into what is being said. */
  pause: number;
}

/** A call that we made up, with the answers that an analysis should give. */
export interface CallScript {
  /** File name without its ending. */
  name: string;
  labels: {
    sentiment: 'positive' | 'neutral' | 'negative';
    outcome: 'resolved' | 'follow_up_needed' | 'unknown';
    topics: string[];
  };
  lines: Line[];
}
