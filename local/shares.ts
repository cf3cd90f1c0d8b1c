import type { LocalSystemOptions } from './runtime.ts';

/** A worker takes no more jobs than that at a time: as many as SQS hands out at once. */
const MOST_JOBS = 10;

/**
 * How much is done at a time on a machine of so many cores. Recognising speech takes a core a
 * recording; handlers mostly wait, and each of their processes costs a quarter of a second to start.
 */
export const sharesOf = (
  cores: number,
): Pick<LocalSystemOptions, 'workerConcurrency' | 'handlerConcurrency'> => ({
  workerConcurrency: Math.min(MOST_JOBS, Math.max(1, cores)),
  handlerConcurrency: Math.max(1, Math.floor(cores / 2)),
});
