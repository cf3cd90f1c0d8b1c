import { formsOf } from '../text/phrases.ts';
import { wordSet } from '../text/words/list.ts';
import type { Passage } from './passage.ts';

/** What a number before these counts. */
export const UNITS = wordSet(`
  dollar dollars pound pounds euro euros riyal riyals dirham dirhams dinar dinars cent cents pence quid bucks percent usd
  sar aed egp jod kwd gbp eur rs sr jd kd minutes minute hours hour days day weeks week months month years year seconds
  second times gb mb tb gigs gig megabits mbps kg kilos kilo km miles mile metres meters litres units points people items
  pieces am pm o'clock kilometres kilometers degrees calls messages nights guests seats bags boxes working business
  hundred thousand million percentage pages users watts volts inch inches
  ريال ريالات درهم دراهم دينار دنانير جنيه جنيهات دولار دولارات فلس قرش ليرة ليره ليرات يورو الف ألف آلاف مليون مية ميه
  بالمية بالميه بالمئة دقيقة دقيقه دقايق دقائق ساعة ساعه ساعات يوم ايام أيام اسبوع أسبوع اسابيع شهر شهور اشهر أشهر سنة
  سنه سنين سنوات ثانية ثواني مرة مره مرات جيجا ميجا كيلو متر امتار نقطة نقطه نقاط وحدة وحده وحدات قطعة قطع شخص اشخاص
  أشخاص رسالة رسائل صباحا مساء الصبح العصر المغرب عمل يومين
`);
/** What a number behind these measures, or nobody's it is. */
const MEASURED = wordSet(`
  error meter reading version model build mileage odometer points score speed usd sar aed egp jod kwd gbp eur kb windows
  balance total amount flight room gate row terminal channel page chapter cpt icd zip postcode
  قراءة قراية العداد عداد خطأ موديل اصدار إصدار رصيد مبلغ المبلغ الاجمالي رحلة غرفة بوابة صف قناة صفحة بقيمة قيمة
`);
const CURRENCY = /[$£€¥%]/;
/** How many words before a number may say what it measures: "the reading is 048712". */
const REACH = 3;

/** Whether the number from one token to another is a price, a period, a count or a time. */
export function isQuantity(
  { folded: { text }, tokens }: Passage,
  from: number,
  to: number,
): boolean {
  const first = tokens[from];
  const last = tokens[to];
  if (first === undefined || last === undefined) return false;
  const before = text.slice(Math.max(0, first.start - 2), first.start);
  const after = text.slice(last.end, last.end + 2);
  return (
    UNITS.has(tokens[to + 1]?.text ?? '') ||
    CURRENCY.test(before) ||
    CURRENCY.test(after) ||
    /^[.,:٫٬]\d/.test(after) ||
    /\d[.,:٫٬]$/.test(before)
  );
}

/** The last digits of a number give nobody away. */
const LAST_DIGITS = wordSet(
  'ending ends end last اخر آخر اخرها آخرها اخره اخرو ينتهي تنتهي بينتهي بتنتهي منتهي',
);

/** "The card that ends in 0390". */
export function isLastDigits({ tokens }: Passage, at: number): boolean {
  return tokens.slice(Math.max(0, at - REACH), at).some(({ text }) => LAST_DIGITS.has(text));
}

/** Whether the words before a token say that its number is read off something. */
export function isMeasured({ tokens }: Passage, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - REACH), at)
    .some(({ text }) => formsOf(text).some((form) => MEASURED.has(form)));
}
