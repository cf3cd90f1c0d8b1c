import { describe, expect, it } from 'vitest';
import { hear } from '../../../core/baseline/heard.ts';
import { scorecardOf } from '../../../core/baseline/scorecard.ts';
import { refine } from '../../../core/refine.ts';
import type { Settings } from '../../../core/settings/index.ts';
import { dialogue, rawTranscript } from '../support/transcripts.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import { asRecognised, given } from './support.ts';

const scorecard = (call: string, settings: Settings = DEFAULT_SETTINGS) =>
  given(scorecardOf(hear(refine(rawTranscript(dialogue(call)))), settings));

/** The answers by question, and the turns of one. */
function answers(call: string) {
  const { score, passed, questions } = scorecard(call);
  const of = (id: string) => questions.find((one) => one.id === id);
  return {
    score,
    passed,
    answer: (id: string) => of(id)?.answer,
    turns: (id: string) => of(id)?.evidence,
  };
}

/** Agents who do all that is asked, each in their own way. */
const GOOD: [dialect: string, call: string][] = [
  [
    'English',
    `A: Good morning, thank you for calling Northwind, this is Dana. This call is recorded for quality purposes. How can I help you?
C: My bill is wrong, I was charged twice, and I'm really frustrated.
A: I'm so sorry about that, I understand how annoying it is. Can I have your full name and date of birth, please?
C: Sara Malik, the third of May.
A: Thank you. May I put you on hold for a minute?
C: Sure.
A: Thank you for holding. I've opened a case, and we will refund the second payment.
C: Okay.
A: Your refund has been processed, you will receive it within two days. Is there anything else I can help with?
C: No.
A: Thank you for calling, have a great day.`,
  ],
  [
    'Gulf Arabic',
    `A: السلام عليكم، معك خالد من خدمة العملاء، المكالمة مسجلة لأغراض الجودة، كيف أقدر أخدمك؟
C: انخصم مني مبلغ الفاتورة مرتين وأنا متضايق
A: أعتذر منك، معك حق. ممكن رقم الهوية لو سمحت؟
C: تفضل
A: ممكن تنتظر معي على الخط دقيقة؟ خليك على الخط لو سمحت
C: طيب
A: شكرا لانتظارك. راح نرجع لك المبلغ
A: تم رفع الطلب وراح نتواصل معك خلال يومين
A: أي خدمة ثانية؟
C: لا
A: شكرا لاتصالك، مع السلامة`,
  ],
  [
    'Egyptian Arabic',
    `A: مساء الخير يا فندم، مع حضرتك منى من خدمة العملاء، المكالمة دي مسجلة، أقدر أساعد حضرتك إزاي؟
C: أنا زهقت، اتسحب مني مبلغ زيادة في الفاتورة
A: بعتذر لحضرتك، حقك عليا. ممكن الرقم القومي من فضلك؟
C: ثواني
A: تمام، هحول الموضوع للحسابات وهيتصل بحضرتك زميلي بكرة
A: تم تسجيل الطلب ورقم الشكوى هيوصلك في رسالة
A: في أي حاجة تانية أقدر أساعد حضرتك فيها؟
C: لا
A: شكرا لاتصالك، مع السلامة`,
  ],
  [
    'Levantine Arabic',
    `A: أهلا وسهلا، معك رنا من خدمة العملاء، عم نسجل المكالمة لجودة الخدمة، كيف فيني ساعدك؟
C: الفاتورة غلط وأنا معصب كتير
A: بعتذر منك، معك حق. شو اسمك الكامل ورقمك الوطني إذا بتريد؟
C: هلأ بعطيك
A: ببعتلك رسالة هلأ، ورح نرجعلك الفرق
A: تم تعديل الفاتورة وبتوصلك رسالة
A: في شي تاني؟
C: لا يسلمو
A: تكرم، يومك سعيد`,
  ],
];

describe.each(GOOD)('an agent who does all of it, in %s', (_, call) => {
  it.each([
    ['as written', call],
    ['as recognised', asRecognised(call)],
    ['with hesitations', call.replaceAll(/(?<=: \S+ )(\S+)/g, 'um $1 $1')],
  ])('scores 100 %s', (_, heard) => {
    const { score, passed, questions } = scorecard(heard);
    const noes = questions.filter(({ answer }) => answer === 'no').map(({ id }) => id);
    expect({ noes, score, passed }).toEqual({ noes: [], score: 100, passed: true });
  });
});

const BAD = `A: yes
C: good morning, how can I get my refund, this call should be recorded
A: no idea
C: is there anything else you can check, my account number is 12345
A: calm down
C: thank you for nothing, goodbye`;

describe('an agent who does none of it', () => {
  it('gets no point for what the customer says', () => {
    const { score, passed, questions } = scorecard(BAD);
    expect({ score, passed }).toEqual({ score: 0, passed: false });
    expect(questions.filter(({ answer }) => answer === 'yes')).toEqual([]);
  });

  it('is shown where it was missed', () => {
    const { turns } = answers(BAD);
    expect([turns('greeting'), turns('polite_close'), turns('courtesy')]).toEqual([[0], [4], [4]]);
  });
});

describe('a yes', () => {
  it('cites the turns that show it', () => {
    const { answer, turns } = answers('A: hello\nC: my bill\nA: may I have your account number');
    expect([answer('identity_verified'), turns('identity_verified')]).toEqual(['yes', [2]]);
  });

  it('to an opening question is for the first turns alone', () => {
    const late = Array.from({ length: 12 }, (_, at) => `C: well ${at}\nA: right ${at}`).join('\n');
    expect(answers(`${late}\nA: hello, this is Dana`).answer('greeting')).toBe('no');
    expect(answers(`A: hello, this is Dana\n${late}`).answer('greeting')).toBe('yes');
  });

  it('to a closing question is for the last turns alone', () => {
    const more = Array.from({ length: 12 }, (_, at) => `C: well ${at}\nA: right ${at}`).join('\n');
    expect(answers(`A: anything else?\n${more}`).answer('anything_else')).toBe('no');
    expect(answers(`${more}\nA: anything else?`).answer('anything_else')).toBe('yes');
  });

  it('may be what an announcement says before the agent speaks', () => {
    const { answer } = answers('?: This call may be recorded.\nA: hello\nC: hello');
    expect(answer('recording_notice')).toBe('yes');
  });
});

describe('a question that does not apply', () => {
  it('counts neither for nor against', () => {
    const { answer, passed } = answers('A: hello\nC: when do you open on friday\nA: at nine, sir');
    expect([answer('identity_verified'), answer('empathy'), answer('hold_handled')]).toEqual([
      'not_applicable',
      'not_applicable',
      'not_applicable',
    ]);
    expect(passed).toBe(true);
  });

  it('is how to close a call that was cut off', () => {
    const { answer } = answers(
      'A: hello, this is support\nC: my modem is\nA: hello? are you still there?',
    );
    expect([answer('anything_else'), answer('polite_close')]).toEqual([
      'not_applicable',
      'not_applicable',
    ]);
  });
});

describe('a critical no', () => {
  it.each([
    ['an account without a check', 'A: hello sir\nC: cancel my contract\nA: done, sir'],
    ['a password that is asked for', 'A: hello sir\nC: hi\nA: please tell me your password'],
    ['a PIN, in Arabic', 'A: هلا أستاذ\nC: هلا\nA: عطني الرقم السري لو سمحت'],
    ['rudeness', 'A: hello\nC: hi\nA: that is not my problem'],
  ])('fails the call whatever its score: %s', (_, call) => {
    expect(scorecard(call).passed).toBe(false);
  });

  it('that is not critical lowers the score alone', () => {
    const questions = DEFAULT_SETTINGS.scorecard.questions.map((one) => ({
      ...one,
      critical: false,
    }));
    const settings = { ...DEFAULT_SETTINGS, scorecard: { questions } };
    expect(scorecard(BAD, settings)).toMatchObject({ score: 0, passed: true });
  });
});

describe('a score', () => {
  it('is the share of yeses by weight among what applies', () => {
    const [first, second, ...others] = DEFAULT_SETTINGS.scorecard.questions;
    if (first === undefined || second === undefined) throw new Error('expected two questions');
    const never = { ...second, appliesWhen: { topics: ['refund'], intents: [] } };
    const questions = [
      { ...first, weight: 3 },
      { ...second, weight: 1 },
    ];
    const of = (asked: typeof others) =>
      scorecard('A: hello\nC: hi', { ...DEFAULT_SETTINGS, scorecard: { questions: asked } });
    expect(of(questions).score).toBe(75);
    expect(of([never])).toMatchObject({ score: null, passed: true });
  });

  it('is of all turns in mono, where nobody’s side is known', () => {
    const call = GOOD[0]?.[1].replaceAll(/^[AC]:/gm, '?:') ?? '';
    expect(scorecard(call).score).toBe(100);
  });

  it('is not there when the agent says nothing', () => {
    const silent = hear(refine(rawTranscript(dialogue('C: hello?\nC: anybody there?'))));
    expect(scorecardOf(silent, DEFAULT_SETTINGS)).toEqual({ unavailable: 'NO_AGENT_WORDS' });
  });
});
