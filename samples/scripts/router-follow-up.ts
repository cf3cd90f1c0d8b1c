import type { CallScript } from '../script.ts';

/** A line fault that the call cannot mend: a technician is booked and a call back promised. */
export const routerFollowUp: CallScript = {
  name: 'router-follow-up',
  labels: {
    sentiment: 'neutral',
    outcome: 'follow_up_needed',
    topics: ['technical_support', 'appointment'],
  },
  lines: [
    {
      speaker: 'agent',
      text: 'Hello, this is technical support. My name is Robert. How can I help you?',
      pause: 0.5,
    },
    {
      speaker: 'customer',
      text: 'Good afternoon. My internet connection has not worked since Monday morning.',
      pause: 0.5,
    },
    {
      speaker: 'agent',
      text: 'Did you switch the modem off and on again?',
      pause: 0.4,
    },
    {
      speaker: 'customer',
      text: 'Yes, I did that three times, and the red light is still on.',
      pause: 0.4,
    },
    { speaker: 'agent', text: 'All right. Let me run a test on your line.', pause: 0.4 },
    {
      speaker: 'agent',
      text: 'The test shows a problem outside your house. I need to send a technician on Thursday morning.',
      pause: 2.6,
    },
    { speaker: 'customer', text: 'Okay.', pause: -2.9 },
    {
      speaker: 'customer',
      text: 'Please call me before he comes. My number is five five five, zero one four seven.',
      pause: 0.4,
    },
    {
      speaker: 'agent',
      text: 'I have opened a ticket for you, and I will call you back on Friday.',
      pause: 0.4,
    },
    { speaker: 'customer', text: 'All right. I will wait to hear from you.', pause: -0.3 },
    { speaker: 'agent', text: 'Have a good afternoon.', pause: 0.4 },
  ],
};
