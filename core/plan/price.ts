/** What something costs, and where that is written. */
export interface Price {
  readonly usd: number;
  /** What is paid for: `hour`, `GB-month`, `request` ... */
  readonly per: string;
  /** What it is the price of. */
  readonly of: string;
  /** The page that publishes it. */
  readonly source: string;
  /** Year and month in which a copy of it was read. */
  readonly asOf: string;
}

/** Prices of a plan, by name, in US dollars a unit. */
export type PricesByName<Name extends string> = Readonly<Record<Name, number>>;
