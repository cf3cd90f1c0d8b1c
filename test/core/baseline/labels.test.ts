import { describe, expect, it } from 'vitest';
import { present } from '../../../core/tasks/label.ts';
import { analyse, given } from './support.ts';

const intentsIn = async (call: string) => given((await analyse(call)).intents);

/** What customers say, and what they want by it. */
const WANTED: [said: string, intent: string][] = [
  ['why is my bill so high, I was charged twice', 'dispute_charge'],
  ['I want my money back', 'request_refund'],
  ['please cancel my subscription', 'cancel_service'],
  ['my internet is not working', 'report_fault'],
  ['where is my order, it has not arrived', 'track_order'],
  ['I would like to upgrade to the bigger plan', 'change_plan'],
  ['I forgot my password and I am locked out', 'regain_access'],
  ['get me a manager', 'speak_to_manager'],
  ['I will take you to court', 'legal_threat'],
  ['somebody used my card, I did not make this payment', 'report_fraud'],
  ['I want to die', 'safety_risk'],
  ['there is a smell of gas in the kitchen', 'safety_risk'],
  ['انخصم مني المبلغ مرتين', 'dispute_charge'],
  ['أنا عايزة فلوسي', 'request_refund'],
  ['بدي ألغي الاشتراك', 'cancel_service'],
  ['النت عندي مقطوع من أمس', 'report_fault'],
  ['فين الأوردر بتاعي', 'track_order'],
  ['أبي المدير الحين', 'speak_to_manager'],
  ['راح أشتكيكم في هيئة الاتصالات', 'legal_threat'],
  ['فيه عملية ما سويتها على بطاقتي', 'report_fraud'],
  ['مش عايز أعيش بعد كده', 'safety_risk'],
  ['في ريحة غاز بالبيت', 'safety_risk'],
];

describe('an intent', () => {
  it.each(WANTED)('of "%s" is %s, with its turn', async (said, intent) => {
    const intents = await intentsIn(`A: hello\nC: ${said}`);
    expect(intents).toContainEqual(
      expect.objectContaining({ label: intent, status: 'present', source: 'cues', evidence: [1] }),
    );
  });

  it.each(WANTED)('of "%s" is not the agent’s to have', async (said) => {
    expect(await intentsIn(`A: ${said}\nC: well I see what you mean`)).toEqual([]);
  });

  it('that the customer denies is none', async () => {
    const call = "C: I don't want to upgrade to anything, it was not about change plan";
    expect(present(await intentsIn(call))).toEqual([]);
  });

  it.each([
    ["C: I don't want to cancel my contract, I only ask"],
    ['C: ما أبغى ألغي الاشتراك بس أسأل'],
  ])('that is critical is possible even where it is denied: %s', async (call) => {
    expect(await intentsIn(call)).toEqual([
      expect.objectContaining({ label: 'cancel_service', status: 'possible' }),
    ]);
  });

  it('is surer the more turns say it', async () => {
    const once = await intentsIn('C: get me a manager');
    const twice = await intentsIn('C: get me a manager\nA: no\nC: your supervisor then');
    expect(twice[0]?.confidence).toBeGreaterThan(once[0]?.confidence ?? 1);
    expect(twice[0]?.evidence).toEqual([0, 2]);
  });

  it('is not known where the customer is silent', async () => {
    expect((await analyse('A: hello\nA: anybody there?')).intents).toEqual({
      unavailable: 'NO_CUSTOMER_WORDS',
    });
  });
});

describe('a topic', () => {
  it('that one phrase is enough for needs no second one, whoever says it late', async () => {
    const call = `C: my router is not working since monday
A: let me see
C: the modem is on
A: I will send a technician on Thursday`;
    expect(present(given((await analyse(call)).topics))).toEqual([
      'technical_support',
      'appointment',
    ]);
  });

  it('of last resort stands alone', async () => {
    const call = 'C: I have a question about my bill, how much is it, do you offer a discount';
    expect(present(given((await analyse(call)).topics))).toEqual(['billing']);
  });

  it('that words of no weight of their own touch upon is none', async () => {
    const call = "C: hello it's me\nA: hello\nC: is it open on thursday morning\nA: from nine";
    expect(present(given((await analyse(call)).topics))).not.toContain('appointment');
  });

  it('of last resort is it alone where a call mostly asks', async () => {
    const call = `C: how long does a licence take after the payment
A: three days after the payment
C: what documents do I need
A: your passport
C: am I allowed to drive in the meantime
A: yes`;
    expect(present(given((await analyse(call)).topics))).toEqual(['general_enquiry']);
  });

  it('that a strong cue speaks for stays, however much else is said', async () => {
    const call = `C: my parcel was not delivered
A: the courier says the parcel was delivered
C: no delivery, no parcel, no courier
A: the driver left the parcel on the doorstep
C: there is no parcel on my doorstep
C: I want to make a complaint`;
    expect(present(given((await analyse(call)).topics))).toEqual(['delivery', 'complaint']);
  });
});
