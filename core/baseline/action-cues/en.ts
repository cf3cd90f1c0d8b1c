import type { ActionCues } from './cues.ts';

export const english: ActionCues = {
  promised: `i'll, i will, we'll, we will, i'm going to, i am going to, we're going to, we are going to, i need to send, i have to ask, we need to send, we need an engineer, we have to send,
    will call you, will contact you, will get back, will reach out, will be in touch, will visit, will come, will send you, will email you, will investigate, will review, call you back, get back to you,
    someone will, somebody will, the team will, our team will, they will give you, a technician will, an engineer will, a specialist will, a manager will, a courier brings, escalated, escalating, open a ticket, opened a ticket`,
  asked: `you need to, you will need to, you'll need to, you have to, you'll have to, you must, please send, please email, please bring, please keep, please call, please ring, please visit, please provide, send us, email us, call us back,
    ring us again, bring your, visit the, visit our, go to the branch, you should, make sure you, make sure to, has to be at a, it has to be at`,
  offered: `i'll send, i will send, i'll email, i will email, i'll bring, i will bring, i'll call back, i will call back, i'll call again, i will call again, i'll go to, i will go to, i'll pay, i will pay, i'll do that, i will do that,
    i'll try, i will try, i'll check, i will check, i'll upload, i will upload, i'll fill, i will fill, i'll visit`,
  within: `i'll check, i will check, i'll just check, i'll look, i will look, i'll have a look, i'll see, i will see, i'll need your, i will need your, i'll need to verify, i'll note, i'll put you, i'll place you, i will place you,
    i'll transfer you, i'll be happy, i'd be happy, i'll be glad, i will be happy, i'll take your, i'll pull up, i'll help, i will help, i'll explain, i'll close the line, i'll walk you, i'll wait, i'll hold, i'll never,
    i'll ask you a, need you to hold, i'll now, i will now, i'll do my best, i'll be right, we'll figure, we will figure, we'll start, we'll try, we will try, i will answer, will answer your, i'll answer`,
};
