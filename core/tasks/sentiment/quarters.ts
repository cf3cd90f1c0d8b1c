import { countWords } from '../../text/tokens.ts';
import type { Shown, ShownTurn } from '../shown.ts';

export const QUARTERS = [0, 1, 2, 3] as const;

/** The customer's turns, or all of them where nobody's side is known, as in mono. */
export const customerTurns = ({ turns }: Shown): [number, ShownTurn][] =>
  [...turns].filter(([, { speaker }]) => speaker !== 'agent');

export const quarterOf = ({ position }: ShownTurn): number => Math.min(3, Math.floor(position * 4));

export const wordsIn = (turns: Iterable<ShownTurn>): number =>
  [...turns].reduce((sum, { text }) => sum + countWords(text), 0);
