import { describe, expect, it } from 'vitest';
import { polarityOf } from '../../../core/baseline/polarity.ts';

/** Half of a mild word: what a lone text needs to be more than neutral. */
const TOLD = 0.47;
const signOf = (text: string): number => {
  const polarity = polarityOf(text);
  return Math.abs(polarity) < TOLD ? 0 : Math.sign(polarity);
};

describe('polarity', () => {
  it.each([
    ['I am happy', 1],
    ['I am not happy', -1],
    ['nobody was friendly', -1],
    ['there is no problem at all', 0],
    ["I couldn't be happier", 1],
    ['fixed without any delay', 1],
    ['the support desk issued a credit', 0],
    ['my card is lost', 0],
    ['أنا راضٍ عن الخدمة', 1],
    ['أنا غير راضٍ عن الخدمة', -1],
    ['لم تقتنع بالجواب', -1],
    ['وصل الطلب دون أي تأخير', 1],
    ['ما قصرتوا', 1],
    ['لا يشكو من شيء', 0],
    ['موعد بكرة الظهر', 0],
    ['ال agent كان helpful', 1],
  ])('of "%s" has the sign %i', (text, sign) => {
    expect(signOf(text)).toBe(sign);
  });

  it.each([
    ['The customer was frustrated that nobody could explain the fee.', -1],
    ['She praised the driver and would recommend the shop.', 1],
    ['The caller asked for the opening hours.', 0],
    ['He was angry at first, but left delighted.', 1],
    ['The charge was removed, yet he remains furious.', -1],
    ['Although the refund was excellent news, she will close her account.', -1],
    ['أعربت العميلة عن رضاها التام.', 1],
    ['كان غاضبًا في البداية، ثم أثنى على الموظف.', 1],
    ['شكر العميل الموظف، لكنه ما زال محبطًا من الشركة.', -1],
    ['العميلة سألت عن سعر الباقة.', 0],
    ['الزبون معصب لأنه ما حدا رد عليه.', -1],
  ])('is what a report tells of the customer at its end: %s', (text, sign) => {
    expect(signOf(text)).toBe(sign);
  });

  it('grows with words that strengthen, before the word in English and after it in Arabic', () => {
    expect(polarityOf('very happy with you')).toBeGreaterThan(polarityOf('happy with you'));
    expect(polarityOf('مبسوط كثير')).toBeGreaterThan(polarityOf('مبسوط'));
  });

  it.each([
    ['The visit was bad, but the food was nice', 'The visit was bad, and the food was nice'],
    ['الخدمة سيئة لكن الموظف لطيف', 'الخدمة سيئة والموظف لطيف'],
  ])('follows what a contrast brings: "%s"', (contrasted, joined) => {
    expect(polarityOf(contrasted)).toBeGreaterThan(polarityOf(joined) + 0.3);
  });

  it('of courtesies and bare assents hardly counts', () => {
    expect(signOf('thank you very much')).toBe(0);
    expect(signOf('شكرا جزيلا')).toBe(0);
    expect(polarityOf('Perfect.')).toBeLessThan(polarityOf('a perfect visit') / 2);
  });

  it('turns nothing round beyond an Arabic "and"', () => {
    expect(signOf('لا تحتاجه وفقدت ثقتها')).toBe(-1);
  });

  it('is nothing for a text without words', () => {
    expect(polarityOf(' ... 👍 ')).toBe(0);
  });
});
