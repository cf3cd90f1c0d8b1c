import { describe, expect, it } from 'vitest';
import { analyse, given } from './support.ts';

async function riskOf(call: string) {
  const { level, signs } = given((await analyse(call)).fraudRisk);
  return {
    level,
    signs: signs.map(({ sign }) => sign),
    turns: signs.flatMap((one) => one.evidence),
  };
}

describe('the risk of fraud', () => {
  it.each([
    ['C: my bill is high\nA: let me see', 'none'],
    ['C: I need this quickly, it is urgent', 'none'],
    ['A: can I take your date of birth\nC: third of may', 'none'],
    ['C: I want to change my number', 'low'],
    ['A: I have sent you a code, please read it back\nC: one two three', 'low'],
    ['C: someone called me and said they were from the bank', 'low'],
    ['C: change my phone number\nA: your birthday?\nC: why do you need that, just do it', 'high'],
    ['A: tell me your password please\nC: why', 'high'],
    ["C: it is my husband's account, change the email and transfer everything", 'high'],
    ['C: أبي أغير رقم الجوال', 'low'],
    ['C: أبي أغير رقم الجوال\nA: تاريخ ميلادك؟\nC: ليش تبي التاريخ سويها وخلاص', 'high'],
    ['A: ممكن الرقم السري\nC: ليه', 'high'],
    ['C: جاني اتصال من واحد قال إنه من البنك', 'low'],
  ])('of "%s" is %s', async (call, level) => {
    expect((await riskOf(call)).level).toBe(level);
  });

  it('shows what it is made of and where', async () => {
    expect(
      await riskOf("C: hello\nA: your password?\nC: my password is blue, I won't hold"),
    ).toEqual({
      level: 'low',
      signs: ['secret_told'],
      turns: [2],
    });
  });

  it('counts a sign once, however often it is said', async () => {
    const call = Array.from({ length: 8 }, () => 'C: change my number').join('\n');
    expect((await riskOf(call)).level).toBe('low');
  });

  it('is not raised by an agent who changes a number when asked', async () => {
    expect((await riskOf('A: I will change the number for you\nC: thanks')).level).toBe('none');
  });
});
