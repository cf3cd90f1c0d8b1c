/**
 * A variable that this function cannot run without.
 * @throws Error naming the variable, at cold start, before any call is touched
 */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

/** A variable that may be left out. */
export function optional(name: string): string | undefined {
  return process.env[name] || undefined;
}
