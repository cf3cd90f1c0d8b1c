import { wordsOf } from './tokens.ts';
import { wordSet } from './words/list.ts';

const WORDS = wordSet(`
  yes yeah yep okay ok right sure m mm hm mhm hmm uh huh ah aha i see got it oh well alright exactly true
  نعم أيوه ايوا اه آه تمام طيب صح اوكي أوكي ماشي حاضر زين اها مفهوم ايه مم امم همم صحيح اكيد بالضبط
`);

/** Whether a text only says that its speaker listens or agrees: "okay", "mm-hm, I see", "تمام". */
export function isAcknowledgement(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => WORDS.has(word));
}
