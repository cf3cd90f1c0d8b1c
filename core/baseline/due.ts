import { fold } from '../text/fold.ts';

const DAY =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|midnight';
const UNIT = '(?:business |working |calendar )?(?:minute|hour|day|week|month)s?';
const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|ten|twelve|twenty[ -]four|twenty|forty[ -]eight|thirty)';
const AR_DAY = '(?:ال)?(?:احد|اثنين|اتنين|ثلاثاء|تلات|ثلاثا|اربعاء|اربع|خميس|جمعه|سبت)';
const AR_UNIT = '(?:دقيقه|دقايق|دقائق|ساعه|ساعات|يومين|يوم|ايام|اسبوعين|اسبوع|اسابيع|شهرين|شهر)';

/** Times as people promise them, in folded text. */
const DUE = [
  `\\b(?:within|in|after|up to) (?:the next )?${NUMBER}(?: to ${NUMBER})? ${UNIT}\\b`,
  `\\b(?:by|on|until|before|from) (?:the end of (?:the |this )?\\w+|the \\d+\\w*|(?:${DAY})\\b(?: (?:morning|afternoon|evening))?)`,
  `\\bbetween \\d+[\\w:]* and \\d+[\\w:]*`,
  `\\b(?:tomorrow|tonight|today|next week|next month|this week|later today|next (?:${DAY}))\\b(?: (?:morning|afternoon|evening))?`,
  `(?:خلال|بعد|في غضون) (?:\\S+ )?${AR_UNIT}(?: عمل)?`,
  `(?:يوم )?(?<![\\p{L}])${AR_DAY}(?![\\p{L}])(?: (?:الصبح|الظهر|العصر|المغرب|صباحا|مساء))?`,
  `(?<![\\p{L}])(?:بكره|بكرا|باجر|غدا|اليوم|الليله|الاسبوع (?:القادم|الجاي|الجاية|المقبل))(?![\\p{L}])(?: (?:الصبح|الظهر|العصر|المغرب|صباحا|مساء))?`,
].map((pattern) => new RegExp(pattern, 'u'));

/** When something is due, in the words of the text; null where it does not say. */
export function dueIn(text: string): string | null {
  const folded = fold(text);
  const found = DUE.map((pattern) => pattern.exec(folded.text)).find((match) => match !== null);
  if (found === undefined || found === null) return null;
  const [start, end] = [found.index, found.index + found[0].length];
  return text.slice(folded.origins[start], (folded.origins[end - 1] ?? 0) + 1);
}
