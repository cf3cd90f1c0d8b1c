import { BLAME } from './ar/blame.ts';
import { GRAMMAR } from './ar/grammar.ts';
import { PRAISE } from './ar/praise.ts';
import type { Lexicon } from './lexicon.ts';

/** Words of service calls in Standard, Gulf, Egyptian and Levantine Arabic. */
export const arabic: Lexicon = { polarity: [...PRAISE, ...BLAME], ...GRAMMAR };
