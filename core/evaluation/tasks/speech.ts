import { editDistance, numberedDistance } from '../edit-distance.ts';
import { ratio } from '../metric.ts';
import { numberedLetters, type NumberedPair } from '../numbered.ts';
import { BadRow, GoldRow, type IdentifiedRow } from '../rows.ts';
import { normalisedWords, rawWords } from '../speech/words.ts';
import { MOST_WORDS, wordErrors } from '../speech/word-errors.ts';
import type { Tally } from '../tallies.ts';
import type { Task } from '../task.ts';

const EMPTY = 'no words in any reference';

/** Transcripts against what was said; all errors over all that was said, row lengths count. */
export const speechTask: Task<string, string> = {
  name: 'speech',
  truth: (row) => {
    const said = spokenText(row) ?? firstReference(row);
    if (said === null) throw new BadRow('text: expected what was said, got neither text nor turns');
    const words = rawWords(said).length;
    if (words > 0 && words <= MOST_WORDS) return said;
    throw new BadRow(`text: expected 1 to ${MOST_WORDS} words that were said, got ${words}`);
  },
  answer: (row) => {
    const parsed = GoldRow.safeParse(row);
    const heard = parsed.success ? spokenText(parsed.data) : null;
    return heard !== null && rawWords(heard).length <= MOST_WORDS ? heard : null;
  },
  tally: (said, heard) => tallyOf(said, heard ?? ''),
  figures: (sums) => ({
    wer: ratio(sums('edits'), sums('words')),
    cer: ratio(sums('letterEdits'), sums('letters')),
    werNormalised: ratio(sums('normalisedEdits'), sums('normalisedWords')),
    cerNormalised: ratio(sums('normalisedLetterEdits'), sums('normalisedLetters')),
    substitutions: ratio(sums('substitutions'), sums('normalisedWords')),
    deletions: ratio(sums('deletions'), sums('normalisedWords')),
    insertions: ratio(sums('insertions'), sums('normalisedWords')),
  }),
  intervals: () => ({}),
  unmeasured: Object.fromEntries(
    [
      'wer',
      'cer',
      'werNormalised',
      'cerNormalised',
      'substitutions',
      'deletions',
      'insertions',
    ].map((name) => [name, EMPTY]),
  ),
  details: () => ({
    notes: [
      'error rates: all edits over all reference words or letters; 0 is best, more than 1 is possible',
      'substitutions, deletions, insertions: shares of the normalised reference words',
    ],
  }),
  errorColumns: ['words', 'substitutions', 'deletions', 'insertions'],
  errors: (said, heard) => {
    const words = normalisedWords(said);
    const errors = wordErrors(words, normalisedWords(heard ?? ''));
    const { substitutions, deletions, insertions } = errors;
    const wrong = substitutions + deletions + insertions;
    return wrong === 0 ? [] : [[words.length, substitutions, deletions, insertions]];
  },
  isRight: () => null,
};

function tallyOf(said: string, heard: string): Tally {
  const raw = [rawWords(said), rawWords(heard)] as const;
  const normalised = [normalisedWords(said), normalisedWords(heard)] as const;
  const letters = lettersOf(raw);
  const normalisedLetters = lettersOf(normalised);
  const errors = wordErrors(...normalised);
  return {
    words: raw[0].length,
    edits: editDistance(...raw),
    letters: letters.one.length,
    letterEdits: numberedDistance(letters),
    normalisedWords: normalised[0].length,
    normalisedEdits: errors.substitutions + errors.deletions + errors.insertions,
    normalisedLetters: normalisedLetters.one.length,
    normalisedLetterEdits: numberedDistance(normalisedLetters),
    ...errors,
  };
}

/** Code points, one space between words. */
function lettersOf([said, heard]: readonly [readonly string[], readonly string[]]): NumberedPair {
  return numberedLetters(said.join(' '), heard.join(' '));
}

function spokenText({ text, turns }: Pick<GoldRow, 'text' | 'turns'>): string | null {
  return text ?? turns?.map((turn) => turn.text).join(' ') ?? null;
}

function firstReference(row: IdentifiedRow): string | null {
  const references = row['references'];
  const [first] = Array.isArray(references) ? (references as unknown[]) : [];
  return typeof first === 'string' ? first : null;
}
