import * as z from 'zod';
import { isPhrase } from '../text/phrases.ts';

const LONGEST_WORDING = 400;
const MOST_CUES = 300;

const said = z
  .string({ error: 'expected a text' })
  .trim()
  .min(1, { error: 'expected a text that is not empty' })
  .max(LONGEST_WORDING, { error: `expected at most ${LONGEST_WORDING} characters` });

/** A text in each language that calls are analysed in. */
export const Wording = z.strictObject({ en: said, ar: said });
export type Wording = Readonly<z.infer<typeof Wording>>;

const Phrase = z.string({ error: 'expected a phrase' }).refine(isPhrase, {
  error: 'expected a phrase of one word or more; a * ends a stem of three letters or more',
});
const phrases = z
  .array(Phrase, { error: 'expected a list of phrases' })
  .max(MOST_CUES, { error: `expected at most ${MOST_CUES} phrases` });

/**
 * Phrases that show something where they are said, by language. They are matched folded: case,
 * diacritics and the forms of one letter make no difference; `*` stands for any ending.
 */
export const Cues = z.strictObject({ en: phrases, ar: phrases });
export type Cues = z.infer<typeof Cues>;

/** Both languages together: they share no letters, and turns mix them. */
export const phrasesOf = ({ en, ar }: Cues): string[] => [...en, ...ar];
