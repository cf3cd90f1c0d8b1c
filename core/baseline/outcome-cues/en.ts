import type { OutcomeCues } from './cues.ts';

/**
 * The policy behind the labels: a call is resolved when nobody has anything left to do but wait for
 * something certain ("your refund arrives within seven days", "your contract is cancelled"). It needs
 * a follow-up when somebody must act or decide first ("the team will contact you", "call back").
 */
export const english: OutcomeCues = {
  resolved: {
    agent: `all set, you're all set, you are all set, taken care of, all taken care of, has been resolved, is resolved, has been fixed,
      has been processed, has been refunded, has been approved, has been updated, has been changed, has been cancelled, has been canceled,
      has been activated, has been reset, has been credited, has been removed, has been sent, has been shipped, has been upgraded, has been booked,
      has been confirmed, has been corrected, has been reversed, has been waived, is now cancelled, is now canceled, is now active, is now fixed,
      is now working, is cancelled, is canceled, i have processed, i've processed, i have refunded, i've refunded, i have returned the money,
      i have issued, i've issued, i have updated, i've updated, i have changed, i've changed, i have cancelled, i've cancelled, i have canceled,
      i've canceled, i have reset, i've reset, i have credited, i've credited, i have removed, i've removed, i have fixed, i've fixed,
      i have upgraded, i've upgraded, i have activated, i've activated, i have booked, i've booked, i have confirmed, i've confirmed,
      i have applied, i've applied, will be in your account, money back within, refund will arrive, refund will be, you will receive a refund, you will receive the refund,
      you'll receive your refund, glad it's working, glad it works, glad that worked, glad we could, glad i could help, issue is resolved`,
    customer: `it works, it worked, it's working, it is working, works now, working now, works perfectly, that worked, that fixed it, fixed it, i'm in, i am in,
      i can log in, it's back, it is back, problem solved, problem is solved, that solves, that answers my question, that was all, that's all i needed,
      that is all i needed, that's all i need, that is all i need, that's everything, that's what i needed, exactly what i needed, got it working,
      it went through, successfully, no that's all, no that is all, no that's it, that's it thank you, that's it thanks, that's perfect, that is perfect,
      perfect thank you, perfect thanks, great thank you, great thanks, i see it now, i got it now, that is wonderful, that's wonderful,
      that's great, that is great`,
    either: `resolved, solved, completed, successful, sorted, sorted out, good to go, anything else, is there anything else, that is all, that's all,
      that's it, perfect, excellent, glad to hear, great news, confirmation email, helpful`,
  },
  followUp: {
    agent: `call you back, will call you, i'll call you, get back to you, will contact you, contact you, reach out to you, be in touch, follow up, following up,
      will follow up, escalate, escalated, escalating, open a ticket, opened a ticket, open a case, opened a case, create a ticket, created a ticket,
      ticket number, send a technician, sending a technician, schedule a technician, a technician will, technician visit, an engineer will, will investigate,
      investigate this, investigating, look into this further, will look into it, the team will, our team will, review team, our specialist, a specialist will,
      a supervisor will, a manager will, my manager know, notified my manager, manager will, give you a call, they will give you, will reply within, we are waiting,
      you will need to, you'll need to, you need to send, please send us, please provide, once we receive, call us back, call back, visit the branch, visit our store,
      go to the branch, in-person appointment, still pending, under review, we are working on, working on it, cannot do that today, system is down`,
    customer: `wait for your call, waiting for your call, i'll wait for, i will wait for, i'll call back, i will call back, i'll call again, i will call again, call me back, please call me,
      still not working, still isn't working, still doesn't work, it's still, it is still, not fixed, didn't work, did not work, doesn't help, does not help,
      i'll think about it, i will think about it, i'll try later, i will try later, i'll check and, hear from you, hearing from them, hearing from you,
      hear back, look forward to, when will you, nobody has helped, not resolved, i'll do that later, i will do that later, let me know when, keep me posted, keep me updated,
      not solved, speak to a manager, speak to your manager, speak to a supervisor`,
    either: `escalation, further investigation, next steps, appointment, tomorrow, next week, business days, within twenty four hours, within 24 hours, within 48 hours,
      pending, unresolved, technician, ticket, later today, as soon as possible, unfortunately`,
  },
};
