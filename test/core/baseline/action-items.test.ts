import { describe, expect, it } from 'vitest';
import { dueIn } from '../../../core/baseline/due.ts';
import { analyse, given } from './support.ts';

const itemsIn = async (call: string) =>
  given((await analyse(call)).actionItems).map(({ who, text, due, evidence }) => [
    who,
    text,
    due,
    evidence[0],
  ]);

describe('what is left to do', () => {
  it.each([
    ['A: I will call you back tomorrow morning.', 'agent', 'tomorrow morning'],
    ['A: Our team will contact you within five working days.', 'agent', 'within five working days'],
    ['A: Please send us a copy of the invoice by Monday.', 'customer', 'by Monday'],
    ['C: I will send the form on Tuesday.', 'customer', 'on Tuesday'],
    ['A: A technician will come between 1 and 5.', 'agent', 'between 1 and 5'],
    ['A: راح نتواصل معك خلال يومين.', 'agent', 'خلال يومين'],
    ['A: هنبعت لحضرتك فني بكرة الصبح.', 'agent', 'بكرة الصبح'],
    ['A: رح نبعتلك رسالة يوم الأحد.', 'agent', 'يوم الأحد'],
    ['A: سأحيل الملف إلى اللجنة خلال عشرة أيام عمل.', 'agent', 'خلال عشرة أيام عمل'],
    ['A: لازم تروح الفرع مع الهوية.', 'customer', null],
  ])('is told by "%s"', async (line, who, due) => {
    expect(await itemsIn(`C: hello there\n${line}`)).toEqual([[who, line.slice(3), due, 1]]);
  });

  it.each([
    ['what is done while they talk', 'A: I will check that for you now.'],
    ['a question', 'A: Shall I say that we will call you back?'],
    ['a wait', 'C: I will wait.'],
    ['what the customer hopes of the agent', 'C: You will call me back, I hope.'],
    ['small talk', 'A: Have a lovely evening.'],
  ])('is nothing for %s', async (_, line) => {
    expect(await itemsIn(line)).toEqual([]);
  });

  it('is told once, and of a long call the last of it', async () => {
    const same = Array.from({ length: 3 }, () => 'A: I will call you back tomorrow.').join('\n');
    expect(await itemsIn(same)).toHaveLength(1);
    const many = Array.from({ length: 30 }, (_, at) => `A: I will send you letter ${at}.`);
    const items = await itemsIn(many.join('\n'));
    expect(items).toHaveLength(6);
    expect(items.at(-1)?.[3]).toBe(29);
  });
});

describe('when something is due', () => {
  it.each([
    ['within 24 hours', 'within 24 hours'],
    ['you will have it by the 28th', 'by the 28th'],
    ['in two weeks or so', 'in two weeks'],
    ['خلال ٢٤ ساعة', 'خلال ٢٤ ساعة'],
    ['الأسبوع الجاي إن شاء الله', 'الأسبوع الجاي'],
    ['we will see', null],
    ['on the second floor', null],
    ['within reason', null],
    ['', null],
  ])('in "%s" is %s', (text, due) => {
    expect(dueIn(text)).toBe(due);
  });
});
