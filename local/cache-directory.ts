import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where what is large and can be made or fetched again lies, outside of any checkout: built
 * engines and pulled models. `SADA_CACHE` names another place, else XDG's rules hold
 * (XDG Base Directory Specification 0.8).
 */
export function cacheDirectory(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { SADA_CACHE: own, XDG_CACHE_HOME: caches } = environment;
  if (own) return resolve(own);
  return join(caches || join(homedir(), '.cache'), 'sada');
}

/** Pulled and added models, each under its file's name. */
export const modelsDirectory = (environment = process.env): string =>
  join(cacheDirectory(environment), 'models');
