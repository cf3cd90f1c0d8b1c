import { describe, expect, it } from 'vitest';
import { hear } from '../../../core/baseline/heard.ts';
import { outcomeOf } from '../../../core/baseline/outcome.ts';
import type { Side } from '../../../core/settings/index.ts';
import { transcriptOf } from '../../../core/written-call.ts';
import { analyse, given } from './support.ts';

const sentiment = async (call: string) => given((await analyse(call)).sentiment);
const outcome = async (call: string) => given((await analyse(call)).outcome);
const summary = async (call: string) => given((await analyse(call)).summary);

describe('sentiment', () => {
  it.each([
    ['C: the service is terrible', 'negative'],
    ['C: I am not happy with this at all, I am disappointed', 'negative'],
    ["C: I couldn't be happier, excellent service", 'positive'],
    ['C: it was not bad, really good service, I am happy', 'positive'],
    ['C: can you tell me when you open', 'neutral'],
    ['C: thank you, goodbye', 'neutral'],
    ['C: والله خدمة ممتازة وأنا مبسوط جدا', 'positive'],
    ['C: أنا مش مبسوط والخدمة سيئة جدا', 'negative'],
    ['C: غير راضٍ عن الخدمة وزعلان منكم', 'negative'],
    ['C: دون تأخير وبدون مشاكل، شغل رائع', 'positive'],
    ['C: متى يفتح الفرع', 'neutral'],
    ['C: ال service زفت وأنا very disappointed', 'negative'],
  ])('of "%s" is %s', async (call, label) => {
    expect((await sentiment(call)).label).toBe(label);
  });

  it('is the customer’s, whatever the agent says', async () => {
    const call = 'A: wonderful, excellent, I am so happy\nC: this is awful, I am angry';
    const { label, bySpeaker, evidence } = await sentiment(call);
    expect(label).toBe('negative');
    expect(bySpeaker).toEqual({ agent: 'positive', customer: 'negative' });
    expect(evidence).toEqual([1]);
  });

  it('weighs how a call ends above how it began', async () => {
    const [bad, good] = ['C: this is awful and I am angry', 'C: excellent, I am very happy'];
    expect(
      (await sentiment(`${bad}\nA: done\nC: and now\n${good}`)).scores.positive,
    ).toBeGreaterThan((await sentiment(`${good}\nA: done\nC: and now\n${bad}`)).scores.positive);
  });

  it('is not swamped by thanks', async () => {
    const call = 'C: this is awful, I am angry\nC: thank you\nC: thanks\nC: thank you very much';
    expect((await sentiment(call)).label).not.toBe('positive');
  });

  it('has a trend by quarters, with null where the customer is silent', async () => {
    const call = 'C: this is awful\nA: one moment\nA: here it is\nC: excellent, very happy';
    const { trend } = await sentiment(call);
    expect(trend.map((polarity) => polarity && Math.sign(polarity))).toEqual([-1, null, null, 1]);
  });

  it('keeps anger that nothing took back, and drops anger that was', async () => {
    const angry = 'C: this is awful and I am really angry\nA: done\nC: when does it start';
    expect((await sentiment(`${angry}\nA: today\nC: all right\nC: bye`)).label).toBe('negative');
    expect((await sentiment(`${angry}\nA: today\nC: you saved my day\nC: bye`)).label).toBe(
      'positive',
    );
  });

  it('is neutral where a call only tells what is wrong', async () => {
    const call =
      'C: my line is down\nA: since when\nC: there was an error on Monday\nA: I see\nC: it is slow and broken\nA: ok';
    expect((await sentiment(call)).label).toBe('neutral');
  });

  it('is that of all turns in mono', async () => {
    const { label, bySpeaker } = await sentiment('?: hello\n?: this is awful, I am angry');
    expect(label).toBe('negative');
    expect(bySpeaker).toEqual({ agent: null, customer: null });
  });

  it('is not known where the customer is silent', async () => {
    const { sentiment } = await analyse('A: hello\nA: this is great');
    expect(sentiment).toEqual({ unavailable: 'NO_CUSTOMER_WORDS' });
  });
});

describe('outcome', () => {
  it.each([
    [
      "A: I've processed your refund, it will be in your account within seven days\nC: ok",
      'resolved',
    ],
    ['A: please restart it\nC: yes, it works now', 'resolved'],
    ['A: the review team will contact you\nC: ok', 'follow_up_needed'],
    ['A: please restart it\nC: it is still not working', 'follow_up_needed'],
    ['A: hello\nC: hello, can you hear me', 'unknown'],
    ['A: تم إلغاء الاشتراك\nC: طيب', 'resolved'],
    ['A: جرب الحين\nC: اشتغل الحين', 'resolved'],
    ['A: جرب كده\nC: لسه مش شغال', 'follow_up_needed'],
    ['A: رفعت لك شكوى وراح نتواصل معك\nC: طيب', 'follow_up_needed'],
    ['A: مرحبا\nC: تسمعني', 'unknown'],
  ])('of "%s" is %s', async (call, label) => {
    expect((await outcome(call)).label).toBe(label);
  });

  it('cites the turns that show it', async () => {
    const call = 'A: hello\nC: my line is dead\nA: I will send a technician\nC: ok';
    expect(await outcome(call)).toEqual({ label: 'follow_up_needed', evidence: [2] });
  });

  it('is told by the second half of a long call', async () => {
    const start =
      'C: you said you would call me back\nA: has been escalated\nC: hm\nA: one moment\n';
    expect(
      (await outcome(`${start}C: ok\nA: it is fixed\nC: it works now\nA: goodbye`)).label,
    ).toBe('resolved');
  });

  it.each([
    ["A: the refund is booked, you'll have it by the 28th\nC: thanks, bye", 'resolved'],
    ['A: a technician will come on Sunday\nC: fine, thanks, bye', 'follow_up_needed'],
    ['A: please upload the certificate\nC: all right, bye', 'follow_up_needed'],
    ['A: I cancelled it\nA: billing will call you about the fee\nC: ok', 'follow_up_needed'],
    ['A: it closes at nine\nC: thanks, bye', 'resolved'],
    ['A: may I have your number\nC: sorry, I have to go\nA: please ring us again', 'unknown'],
    [
      'C: and now?\nA: this one needs an outside engineer\nC: fine, thanks, bye',
      'follow_up_needed',
    ],
    ['C: and now?\nA: it goes to our security people\nC: all right, bye', 'follow_up_needed'],
    ['C: and now?\nA: it has gone back, nothing you need to fill in\nC: thanks, bye', 'resolved'],
    ['C: طيب\nA: المشرف بيمر عليكم خلال أسبوعين\nC: زين مع السلامة', 'follow_up_needed'],
    ['A: الفني بيكون عندك الأحد\nC: تمام شكرا', 'follow_up_needed'],
    ['A: رجعنا لك المبلغ\nC: شكرا مع السلامة', 'resolved'],
    ['A: لحظة\nC: ألو؟ ألو؟', 'unknown'],
  ])('keeps the rule of docs/outcome.md: "%s" is %s', async (call, label) => {
    expect((await outcome(call)).label).toBe(label);
  });

  it('can be told by one side alone', () => {
    const { utterances } = hear(
      transcriptOf({
        id: 'call',
        turns: [
          { speaker: 'agent', text: 'I have escalated it, our team will call you back' },
          { speaker: 'customer', text: 'oh wait, it works now' },
        ],
      }),
    );
    const labelBy = (side: Side) => given(outcomeOf(utterances, side)).label;
    expect([labelBy('agent'), labelBy('customer')]).toEqual(['follow_up_needed', 'resolved']);
  });

  it('is not told by the wrong side', async () => {
    expect((await outcome('A: hello\nC: will you say that it has been fixed')).label).toBe(
      'unknown',
    );
  });
});

describe('summary', () => {
  const call = `A: Thank you for calling Acme. How can I help you?
C: Good morning. My parcel has not arrived, and the tracking page shows nothing.
A: I'm sorry. Can I have your name?
C: My name is Helena Brown.
A: Thank you. The parcel is lost, and the courier has no record of it.
A: I've issued a new order, and it has been shipped today.
C: That's great, thank you.
A: Have a nice day.`;

  it('tells the problem, the course and the end, with who said it', async () => {
    const { points } = await summary(call);
    expect(points).toEqual([
      {
        text: 'Customer: My parcel has not arrived, and the tracking page shows nothing.',
        evidence: [1],
      },
      { text: expect.stringMatching(/^Agent: The parcel is lost/) as string, evidence: [4] },
      { text: expect.stringMatching(/^Agent: I've issued a new order/) as string, evidence: [5] },
      { text: 'The matter was settled in the call.', evidence: [5, 6] },
    ]);
  });

  it('tells a strong mood at the end, and what is left to do', async () => {
    const { points } = await summary(`A: Support, hello.
C: The line has been dead since Monday and I need it for work.
A: I see a fault in your street.
C: And when is it repaired?
A: An engineer will be there on Thursday and our team will call you.
C: That is a disgrace, I am furious.
A: I registered a complaint for you, its number comes by message.`);
    expect(points.map(({ evidence }) => evidence)).toEqual([[1], [4], [5], [6], [4, 6]]);
    expect(points.slice(2)).toMatchObject(
      [
        { text: 'Customer: That is a disgrace, I am furious.' },
        { text: /complaint/ },
        { text: 'A follow-up is needed after the call.' },
      ].map(({ text }) => ({ text: expect.stringMatching(text) as string })),
    );
  });

  it('says nothing of an outcome that is not known', async () => {
    expect((await summary('C: my invoice is wrong again')).points).toHaveLength(1);
  });

  it('says nothing that was masked or is said in every call', async () => {
    expect((await summary(call)).text).not.toMatch(/Helena|Thank you for calling|nice day/);
  });

  it('is in Arabic for an Arabic call', async () => {
    const { text, language } = await summary('A: أهلا بك\nC: الراوتر خربان والنت مقطوع من أمس');
    expect({ text, language }).toEqual({
      text: 'العميل: الراوتر خربان والنت مقطوع من أمس',
      language: 'ar',
    });
  });

  it('names nobody in mono', async () => {
    expect((await summary('?: my invoice is wrong again')).text).toBe('my invoice is wrong again');
  });
});

describe('topics and keywords', () => {
  it('cite the turns that show a topic', async () => {
    const { topics } = await analyse(
      'A: hello\nC: I forgot my password and I am locked out\nA: ok',
    );
    expect(topics).toEqual([
      {
        label: 'account_access',
        status: 'present',
        source: 'cues',
        confidence: 0.6,
        evidence: [1],
      },
    ]);
  });

  it('are none where nothing shows one', async () => {
    expect((await analyse('C: hello can you hear me')).topics).toEqual([]);
  });

  it('do not run on over the end of a clause, or over what was masked', async () => {
    const call = 'C: the roaming charge, invoice number 4000 0052 6018 1590 invoice roaming';
    const keywords = given((await analyse(`${call}\n${call}`)).keywords);
    expect(keywords).toContain('roaming charge');
    expect(keywords.join('|')).not.toMatch(/charge invoice|number invoice|card/);
  });

  it('are what a call keeps coming back to, as people write it, without tags', async () => {
    const { keywords } = await analyse(
      'C: my name is Sarah and the spam folder is full\nA: the spam folder, Sarah?\nC: كلمة المرورِ\nA: كلمة المرور',
    );
    expect(given(keywords)).toContain('spam folder');
    expect(given(keywords).join(' ')).toContain('المرور');
    expect(given(keywords).join(' ')).not.toMatch(/sarah|name|\[/i);
  });
});
