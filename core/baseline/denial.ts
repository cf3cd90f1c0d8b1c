import { PhraseIndex, phrasesIn } from '../text/phrases.ts';

const DENIALS = `don't want, do not want, didn't want, i'm not going, i am not going, we're not going, not trying, not asking,
  not here, not calling, won't, will not, wouldn't, would not, don't need, do not need, no need, never said, didn't say,
  without, instead of, not about,
  ما أبغى, ما ابغى, ما أبي, ما ابي, ما بدي, ما ودي, مابغى, مابي, مش عايز*, مش عاوز*, لا أريد, لا أرغب, ما راح, مش هـ, مو لازم,
  ما قلت, مقلتش, بدون, من غير, بدل ما`;

/** What may stand between: "I don't want you to cancel my", "ما أبغى إني ألغي". */
const REACH = 2;

const index = new PhraseIndex(phrasesIn(DENIALS).map((phrase) => [phrase, true] as const));

/**
 * Tells of a place in words whether what begins there was denied just before. What begins with a
 * denial is meant as it is said: "don't want to live".
 */
export function denialsIn(words: readonly string[]): (at: number) => boolean {
  const denials = index.findAll(words);
  return (at) => denials.some((one) => at > one.at && at - one.at - one.length <= REACH);
}
