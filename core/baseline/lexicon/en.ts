import { BLAME } from './en/blame.ts';
import { GRAMMAR } from './en/grammar.ts';
import { PRAISE } from './en/praise.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Words of service calls in English. Left out on purpose are words that praise or blame elsewhere
 * and are plain business here: help, support, care, credit, charge, issue, please, sure, cancel.
 */
export const english: Lexicon = { polarity: [...PRAISE, ...BLAME], ...GRAMMAR };
