import type { LocalSystemOptions } from './runtime.ts';

/**
 * How much is done at a time on a machine of so many cores. Recognising speech takes a core a
 * recording; handlers mostly wait, and each of their processes costs a quarter of a second to start.
 */
export const sharesOf = (
  cores: number,
): Pick<LocalSystemOptions, 'workerConcurrency' | 'handlerConcurrency'> => ({
  workerConcurrency: Math.max(1, cores),
  handlerConcurrency: Math.max(1, Math.floor(cores / 2)),
});
