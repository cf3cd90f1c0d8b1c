import type { FraudRisk, RiskLevel } from '../tasks/fraud-risk.ts';
import { NO_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import type { Speaker } from '../transcript.ts';
import { PhraseIndex, phrasesIn } from '../text/phrases.ts';
import { arabic } from './fraud-cues/ar.ts';
import { english } from './fraud-cues/en.ts';
import { FRAUD_SIGNS, MEANINGS, type FraudSign } from './fraud-cues/signs.ts';
import type { Heard, Utterance } from './heard.ts';

const LOW = 1;
const HIGH = 2;
const LONGEST_EVIDENCE = 3;

const index = new PhraseIndex<FraudSign>(
  [english, arabic].flatMap((cues) =>
    FRAUD_SIGNS.flatMap((sign) => phrasesIn(cues[sign]).map((phrase) => [phrase, sign] as const)),
  ),
);

/**
 * Signs by what was said, each counted once. High: two signs of weight, or one that no honest call
 * has. A rule of thumb: no labelled set of such calls was found to measure it on.
 */
export function fraudRiskOf({ utterances }: Heard): FraudRisk | Unavailable {
  if (utterances.length === 0) return NO_WORDS;
  const turns = new Map<FraudSign, Set<number>>();
  for (const utterance of utterances) {
    for (const sign of signsIn(utterance)) {
      turns.set(sign, (turns.get(sign) ?? new Set()).add(utterance.turn.index));
    }
  }
  const found = FRAUD_SIGNS.filter((sign) => turns.has(sign));
  const level = levelOf(found.reduce((sum, sign) => sum + MEANINGS[sign].weight, 0));
  const signs = found.map((sign) => ({
    sign,
    evidence: [...(turns.get(sign) ?? [])].slice(0, LONGEST_EVIDENCE),
  }));
  return { level, source: 'cues', signs: level === 'none' ? [] : signs };
}

function signsIn({ turn, words }: Utterance): FraudSign[] {
  return index
    .findAll(words)
    .map(({ value }) => value)
    .filter((sign) => isSaidBy(MEANINGS[sign].side, turn.speaker));
}

const isSaidBy = (side: Speaker, speaker: Speaker): boolean =>
  side === speaker || side === 'unknown' || speaker === 'unknown';

function levelOf(weight: number): RiskLevel {
  if (weight >= HIGH) return 'high';
  return weight >= LOW ? 'low' : 'none';
}
