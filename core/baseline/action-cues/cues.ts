/** What tells that somebody has to act after a call, in one language; separated by commas. */
export interface ActionCues {
  /** The agent's side will. */
  readonly promised: string;
  /** The agent tells the customer to. */
  readonly asked: string;
  /** The customer will. */
  readonly offered: string;
  /** Done while both are on the line, whatever it begins with. */
  readonly within: string;
}
