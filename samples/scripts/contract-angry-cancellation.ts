import type { CallScript } from '../script.ts';

/**
 * An angry customer leaves. The outcome is `resolved`: what was asked for, the cancellation, is
 * done and confirmed within the call, however bad the mood.
 */
export const contractAngryCancellation: CallScript = {
  name: 'contract-angry-cancellation',
  labels: {
    sentiment: 'negative',
    outcome: 'resolved',
    topics: ['cancellation', 'complaint'],
  },
  lines: [
    {
      speaker: 'agent',
      text: 'Good evening, this is customer service. What can I do for you?',
      pause: 0.5,
    },
    {
      speaker: 'customer',
      text: 'I want to cancel my contract. This is the worst company in the country.',
      pause: 0.4,
    },
    {
      speaker: 'agent',
      text: 'I am very sorry to hear that. What went wrong?',
      pause: 0.3,
    },
    {
      speaker: 'customer',
      text: 'I have waited for three weeks, and nobody has helped me. I am very angry.',
      pause: -0.4,
    },
    { speaker: 'agent', text: 'I understand.', pause: -1.6 },
    {
      speaker: 'agent',
      text: 'Can I have your name and your contract number?',
      pause: 0.4,
    },
    {
      speaker: 'customer',
      text: 'My name is David Wilson. The number is eight two six five one three.',
      pause: 0.4,
    },
    { speaker: 'agent', text: 'One moment, please.', pause: 0.4 },
    {
      speaker: 'agent',
      text: 'We can offer you three months for free if you stay with us.',
      pause: 2.5,
    },
    {
      speaker: 'customer',
      text: 'No. The service is terrible, and I am tired of waiting.',
      pause: -0.4,
    },
    {
      speaker: 'agent',
      text: 'Very well. Your contract is cancelled, and you will receive a letter.',
      pause: 0.4,
    },
    { speaker: 'customer', text: 'I will never come back.', pause: 0.3 },
  ],
};
