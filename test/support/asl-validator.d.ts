declare module 'asl-validator' {
  /** Checks a state machine definition; neither throws nor needs the network. */
  export default function validate(definition: unknown): { isValid: boolean; errors: unknown[] };
}
