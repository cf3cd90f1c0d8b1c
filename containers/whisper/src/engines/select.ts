import type { Clock } from '../../../../core/clock.ts';
import type { SpeechEngine } from './engine.ts';
import { POCKETSPHINX, pocketsphinx } from './pocketsphinx.ts';

/** What the configuration may name. */
export const ENGINE_NAMES = [POCKETSPHINX] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

const ENGINES: Readonly<Record<EngineName, (clock: Clock) => SpeechEngine>> = {
  [POCKETSPHINX]: pocketsphinx,
};

/** The engine of that name, with nothing loaded yet. */
export function selectEngine(name: EngineName, clock: Clock): SpeechEngine {
  return ENGINES[name](clock);
}
