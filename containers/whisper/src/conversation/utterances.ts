import type { Turn, Word } from '../../../../core/transcript.ts';
import type { RecognisedSegment } from '../engines/engine.ts';

/** A word, where it was said and in which language. */
export type SpokenWord = Word & Pick<Turn, 'channel' | 'language'>;

/** What one speaker says in one go. */
export interface Utterance extends Pick<Turn, 'channel' | 'language'> {
  words: SpokenWord[];
  start: number;
  end: number;
}

/** Words of all channels in the order in which they start. */
export function spokenWords(segments: readonly RecognisedSegment[]): SpokenWord[] {
  return segments
    .flatMap(({ channel, language, words }) =>
      words.map((word) => Object.assign({}, word, { channel, language })),
    )
    .sort((one, other) => one.start - other.start || one.channel - other.channel);
}

/**
 * Words in one go: an utterance ends with a pause, with another language, or where the other
 * speaker says something in between. Words that overlap end nobody's.
 * @param words in the order in which they start; of one channel alone, nobody is in between
 */
export function utterancesOf(
  words: readonly SpokenWord[],
  longestPauseSeconds: number,
): Utterance[] {
  const utterances: Utterance[] = [];
  const open = new Map<number, Utterance>();
  words.forEach((word, at) => {
    const utterance = open.get(word.channel);
    if (
      utterance !== undefined &&
      utterance.language === word.language &&
      word.start - utterance.end <= longestPauseSeconds &&
      !somebodyBetween(utterance, words, at)
    ) {
      utterance.words.push(word);
      utterance.end = Math.max(utterance.end, word.end);
    } else {
      const { channel, language, start, end } = word;
      const begun = { channel, language, words: [word], start, end };
      open.set(channel, begun);
      utterances.push(begun);
    }
  });
  return utterances;
}

/** Whether another said a whole word since the utterance fell silent and before the word at `at`. */
function somebodyBetween(
  { channel, end }: Utterance,
  words: readonly SpokenWord[],
  at: number,
): boolean {
  const until = words[at]?.start ?? 0;
  for (let before = at - 1; before >= 0; before--) {
    const word = words[before];
    if (word === undefined || word.start < end) return false;
    if (word.channel !== channel && word.end <= until) return true;
  }
  return false;
}
