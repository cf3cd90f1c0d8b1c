import type { InstalledModel } from './installed.ts';

/**
 * The model that hears calls unless somebody says otherwise: one that was added, as nobody does
 * that without a reason, else the best of the table that was pulled.
 */
export const bestSpeechModel = (installed: readonly InstalledModel[]): InstalledModel | null =>
  installed.find(({ kind }) => kind === 'speech') ?? null;
