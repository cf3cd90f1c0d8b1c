import { wordSet } from './words/list.ts';

/** Sounds that speakers fill pauses with, as recognisers write them. */
const FILLERS = wordSet(`
  um umm uh uhh er erm hm hmm mm mhm ah oh
  اه آه إه امم اممم ممم همم
`);

/** Words without hesitations and repeats: "thank you for for um calling" is "thank you for calling". */
export function fluent(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    if (!FILLERS.has(word) && word !== kept.at(-1)) kept.push(word);
  }
  return kept;
}
