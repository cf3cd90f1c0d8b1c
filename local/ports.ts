/** What of the local system listens, in the order of its ports. */
export const LISTENING = [
  's3',
  'dynamodb',
  'sqs',
  'stepFunctions',
  'eventBridge',
  'watch',
  'sageMakerRuntime',
] as const;
export type Listening = (typeof LISTENING)[number];

/** A port for each; 0 takes any that is free. */
export type Ports = Readonly<Record<Listening, number>>;

/** Ports in a row from `first` on; any that are free when it is 0. */
export const portsFrom = (first: number): Ports =>
  Object.fromEntries(
    LISTENING.map((name, at) => [name, first === 0 ? 0 : first + at]),
  ) as unknown as Ports;
