/** Words in a piece of speech that has no punctuation, as recognisers without it write. */
const WINDOW_WORDS = 22;

/** Ends of sentences in both scripts; a full stop inside "3.5" or "example.com" is none. */
const SENTENCE_END = /(?<=[.!?؟…])["'”)]*\s+|\n+/u;

/**
 * Cuts a turn into sentences. What is longer than two windows without an end of sentence is cut
 * into windows of words, so that a turn of a recogniser without punctuation is no single sentence.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap(windows);
}

function windows(sentence: string): string[] {
  const words = sentence.split(/\s+/u);
  if (words.length <= 2 * WINDOW_WORDS) return [sentence];
  const pieces = Math.ceil(words.length / WINDOW_WORDS);
  return Array.from({ length: pieces }, (_, piece) =>
    words.slice(piece * WINDOW_WORDS, (piece + 1) * WINDOW_WORDS).join(' '),
  );
}
