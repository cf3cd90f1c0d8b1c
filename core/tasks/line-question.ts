import * as z from 'zod';
import type { Side } from '../settings/settings.ts';
import { writtenIn } from './answers.ts';
import type { Evidence } from './evidence.ts';
import type { Wording, Writing } from './question.ts';
import { citedTurn, type Shown } from './shown.ts';
import type { Answers } from './task.ts';
import { isUnavailable } from './unavailable.ts';

export interface CitedLine {
  turn: number;
}

/** Which line shows an answer that is itself a label? */
export const lineQuestion = ({ en, ar }: Wording): Writing<CitedLine> => ({
  question: {
    en: `${en} Answer as JSON with "turn", the number of the line.`,
    ar: `${ar} أجب بصيغة JSON فيها "turn" وهو رقم السطر.`,
  },
  schema: (shown) => z.object({ turn: citedTurn(shown) }),
  maxTokens: 24,
});

/** The turn that a model cites, if it was shown and its side is one that counts; else none. */
export function citedIn(
  question: Writing<CitedLine>,
  answer: Answers[string] | undefined,
  shown: Shown,
  side: Side,
): Evidence {
  const cited = writtenIn(question, answer, shown);
  if (isUnavailable(cited)) return [];
  const speaker = shown.turns.get(cited.turn)?.speaker;
  const counts = speaker === 'unknown' || side === 'both' || speaker === side;
  return speaker !== undefined && counts ? [cited.turn] : [];
}
