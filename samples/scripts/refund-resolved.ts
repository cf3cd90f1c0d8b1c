import type { CallScript } from '../script.ts';

/** A double charge is paid back while the customer waits, who is delighted. */
export const refundResolved: CallScript = {
  name: 'refund-resolved',
  labels: { sentiment: 'positive', outcome: 'resolved', topics: ['refund', 'billing'] },
  lines: [
    {
      speaker: 'agent',
      text: 'Good morning. This is customer service. What can I do for you?',
      pause: 0.6,
    },
    {
      speaker: 'customer',
      text: 'Hello. I was charged twice for my order last week, and I would like a refund.',
      pause: 0.5,
    },
    {
      speaker: 'agent',
      text: 'I am sorry about that. Can I have your account number, please?',
      pause: 0.4,
    },
    {
      speaker: 'customer',
      text: 'Yes. It is four seven one nine, two zero three six.',
      pause: 0.5,
    },
    {
      speaker: 'agent',
      text: 'Please hold the line, and I will check the payment.',
      pause: 0.4,
    },
    {
      speaker: 'agent',
      text: 'I can see the second payment, and the money is going back to your card.',
      pause: 2.2,
    },
    { speaker: 'customer', text: 'Okay.', pause: -2.45 },
    {
      speaker: 'customer',
      text: 'That is wonderful. How long will it take?',
      pause: 0.4,
    },
    {
      speaker: 'agent',
      text: 'The money will be in your account within two days. Is there anything else?',
      pause: 0.4,
    },
    {
      speaker: 'customer',
      text: 'No, thank you so much. You have been very helpful, and I am very happy with your service.',
      pause: -0.3,
    },
    { speaker: 'agent', text: 'It was a pleasure. Have a nice day.', pause: 0.4 },
  ],
};
