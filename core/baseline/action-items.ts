import type { ActionItem } from '../tasks/action-items.ts';
import { NO_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import { PhraseIndex, phrasesIn } from '../text/phrases.ts';
import { sentencesOf } from '../text/sentences.ts';
import { wordsOf } from '../text/tokens.ts';
import type { Speaker } from '../transcript.ts';
import { arabic } from './action-cues/ar.ts';
import type { ActionCues } from './action-cues/cues.ts';
import { english } from './action-cues/en.ts';
import { dueIn } from './due.ts';
import type { Heard, Utterance } from './heard.ts';

type Kind = keyof ActionCues;

const MOST_ITEMS = 6;
/** "I'll wait" alone is nothing to do. */
const FEWEST_WORDS = 4;
const LONGEST_TEXT = 240;

const index = new PhraseIndex<Kind>(
  [english, arabic].flatMap((cues) =>
    (Object.entries(cues) as [Kind, string][]).flatMap(([kind, list]) =>
      phrasesIn(list).map((phrase) => [phrase, kind] as const),
    ),
  ),
);

/** Sentences that leave somebody something to do; the last ones where there are many. */
export function actionItemsOf({ utterances }: Heard): ActionItem[] | Unavailable {
  if (utterances.length === 0) return NO_WORDS;
  return distinct(utterances.flatMap(itemsIn)).slice(-MOST_ITEMS);
}

function itemsIn({ turn, words }: Utterance): ActionItem[] {
  if (index.findAll(words).length === 0) return [];
  return sentencesOf(turn.text).flatMap((text) => {
    const who = actorOf(text, turn.speaker);
    if (who === null) return [];
    const source = 'cues' as const;
    return [{ who, text: shortened(text), due: dueIn(text), source, evidence: [turn.index] }];
  });
}

function actorOf(sentence: string, speaker: Speaker): ActionItem['who'] | null {
  const words = wordsOf(sentence);
  if (words.length < FEWEST_WORDS || sentence.endsWith('?') || sentence.endsWith('؟')) return null;
  const kinds = new Set(index.findAll(words).map(({ value }) => value));
  if (speaker === 'customer') return kinds.has('offered') ? 'customer' : null;
  if (kinds.has('asked')) return 'customer';
  return kinds.has('promised') && !kinds.has('within') ? 'agent' : null;
}

const shortened = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 2).trimEnd()} …` : text;

function distinct(items: readonly ActionItem[]): ActionItem[] {
  return [...new Map(items.map((item) => [wordsOf(item.text).join(' '), item])).values()];
}
