import { oncePer } from '../once-per.ts';
import type { Condition, Question, Settings } from '../settings/index.ts';
import { isUnavailable, type Unavailable } from '../tasks/unavailable.ts';
import { present, type GivenLabel } from '../tasks/label.ts';
import { PhraseIndex } from '../text/phrases.ts';
import { cueEntries } from './cue-index.ts';
import type { Heard } from './heard.ts';
import { intentsOf } from './intents.ts';
import { topicsOf } from './topics.ts';

const indexOf = oncePer(
  (questions: readonly Question[]) =>
    new PhraseIndex<Condition>(
      questions
        .flatMap(({ appliesWhen, unless }) => [appliesWhen, unless])
        .flatMap((one) => (one?.cues === undefined ? [] : cueEntries(one.cues, one))),
    ),
);

/** Tells whether a condition of the scorecard holds in a call. */
export function conditionsIn(
  heard: Heard,
  { scorecard, taxonomy }: Settings,
): (condition: Condition) => boolean {
  const index = indexOf(scorecard.questions);
  const said = new Set(
    heard.utterances.flatMap(({ words }) => index.findAll(words).map(({ value }) => value)),
  );
  const topics = labelsOf(topicsOf(heard, taxonomy.topics));
  const intents = labelsOf(intentsOf(heard, taxonomy.intents));
  return (condition) =>
    said.has(condition) ||
    condition.topics.some((label) => topics.includes(label)) ||
    condition.intents.some((label) => intents.includes(label));
}

const labelsOf = (given: GivenLabel[] | Unavailable): string[] =>
  isUnavailable(given) ? [] : present(given);
