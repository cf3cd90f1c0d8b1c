import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that is synthesized. */
export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A path of the checkout, for what infrastructure may name but not import. */
export const inProject = (...path: string[]): string => join(PROJECT_ROOT, ...path);
