/** There is no environment of that name. */
export class EnvironmentUnknown extends Error {
  override readonly name = 'EnvironmentUnknown';

  constructor(received: string | undefined, known: readonly string[]) {
    const what =
      received === undefined ? 'no environment is named' : `no environment '${received}'`;
    super(`${what}, expected one of: ${known.join(', ')}`);
  }
}

/** A field of an environment is not what it may be. */
export class EnvironmentInvalid extends Error {
  override readonly name = 'EnvironmentInvalid';
  readonly field: string;

  constructor(environment: string, field: string, received: unknown, expected: string) {
    const value = received === undefined ? 'missing' : JSON.stringify(received);
    super(`environment '${environment}': ${field} is ${value}, ${expected}`);
    this.field = field;
  }
}

/** A folder of settings, or a file in it, cannot be read. */
export class SettingsUnreadable extends Error {
  override readonly name = 'SettingsUnreadable';

  constructor(path: string, reason: string) {
    super(`settings ${path}: ${reason}`);
  }
}
