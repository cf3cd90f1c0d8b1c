import { isAcknowledgement } from '../../../../core/text/acknowledgement.ts';
import { utterancesOf, type SpokenWord, type Utterance } from './utterances.ts';

const MOST_WORDS = 2;

const QUESTION = /[?؟]$/u;

/**
 * What listeners say to show that they listen ("mm-hm", "نعم"): a word or two inside of what the
 * other says. While the other speaks that is any word; in a pause only one that agrees, as another
 * may be an answer, and after a question every word is.
 * @param words of both channels in the order in which they start
 */
export function backchannelsOf(
  words: readonly SpokenWord[],
  longestPauseSeconds: number,
): Utterance[] {
  // Uncut by the other: what a speaker says over all of the other's backchannels.
  const speech = [0, 1].map((channel) =>
    utterancesOf(
      words.filter((word) => word.channel === channel),
      longestPauseSeconds,
    ),
  );
  const uncut = new Map(
    speech.flat().flatMap((utterance) => utterance.words.map((word) => [word, utterance])),
  );
  return utterancesOf(words, longestPauseSeconds).filter((utterance) => {
    const others = speech[1 - utterance.channel] ?? [];
    const around = others[lastBefore(others, utterance.start)];
    const [first] = utterance.words;
    const own = first && uncut.get(first);
    if (around === undefined || own === undefined || around.end <= utterance.end) return false;
    return isBackchannel(utterance, own, around);
  });
}

/** @param own what the speaker says uncut, @param around what the other says meanwhile, uncut */
function isBackchannel({ words, start, end }: Utterance, own: Utterance, around: Utterance) {
  const least = Math.max(MOST_WORDS, own.words.length);
  if (words.length > MOST_WORDS || around.words.length <= least) return false;
  const at = lastBefore(around.words, start);
  const [before, after] = [around.words[at], around.words[at + 1]];
  if (before === undefined) return false;
  const agrees = isAcknowledgement(words.map(({ text }) => text).join(' '));
  const isSpokenOver = before.end > start || (after !== undefined && after.start < end);
  if (isSpokenOver) return agrees || own.words.length === words.length;
  return agrees && !QUESTION.test(before.text);
}

/** Where the last one is that started before a moment, by bisection; -1 where none did. */
function lastBefore(sorted: readonly { start: number }[], moment: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? Infinity) < moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
