import type { Lexicon } from './lexicon.ts';

/**
 * Words of service calls in English. Left out on purpose are words that praise or blame elsewhere
 * and are plain business here: help, support, care, credit, charge, issue, please, sure, cancel.
 */
export const english: Lexicon = {
  polarity: [
    [
      3,
      `excellent, fantastic, amazing, wonderful, outstanding, awesome, brilliant, perfectly, love it, love your,
       love this, couldn't be happier, could not be happier, best service, exceeded, very happy, so happy,
       extremely helpful, very helpful, so helpful, really helpful, lifesaver, life saver, impressed, delighted`,
    ],
    [
      2,
      `great, perfect, happy, helpful, satisfied, pleased, grateful, glad, relieved, relief, that's wonderful,
       works now, working now, it works, it worked, that worked, it's working, it is working, works great,
       works perfectly, back to normal, friendly, efficient, super, lovely, well done, good news, good job,
       great job, nicely, made my day, much better, good service, great service, no complaints, easy to use`,
    ],
    [
      1,
      `good, nice, better, easy, quick, quickly, fast, smooth, smoothly, fine, resolved, solved, fixed, sounds good,
       that helps, helped, helps, comfortable, convenient, useful, cool, like it, i like, no problem, no problems,
       no worries, no issues, no trouble, not bad, not a problem, without any delay, without any problem,
       on time, reassuring, appreciate that`,
    ],
    // What is wrong, not how one feels about it: most calls begin so, also those that end well.
    [
      -0.7,
      `problem*, error*, wrong, incorrect*, delay*, late, slow, slowly, down, broken, missing, lost, stuck, unable,
       fail*, trouble, difficult*, confus*, concern*, worried, worry, unfortunately, expensive, unexpected*, dead,
       doesn't work, does not work, not working, isn't working, stopped working, won't work, can't access,
       cannot access, can't log, can't get, keeps dropping, keeps crashing, keeps freezing, crash*, freez*, damaged,
       defective, twice, overcharged, charged twice, double charged, hassle, annoying, overdue, nobody knows,
       not satisfied, not happy, not good, not great, not fair, not helpful, i don't understand why`,
    ],
    [
      -2,
      `bad, poor, upset, unhappy, disappoint*, frustrat*, annoyed, tired of, sick of, fed up, complain*, complaint,
       unacceptable, unfair, unprofessional, ridiculous, rude, useless, waste, wasted, wasting, hung up on me, ignored,
       keep waiting, kept waiting, waiting for weeks, waiting for days, waited too long, still waiting, no one helped,
       nobody helped, nobody has helped, no one has helped, nobody answers, no one answers, still not working,
       still doesn't work, still broken, not acceptable, not true, mess, nightmare, let down, lied, lie, liar,
       never works, never worked, nothing works, overwhelm*, unreliable, for the third time, third time, fourth time,
       called four times, called three times, called many times, several times already, again and again`,
    ],
    [
      -3,
      `terrible, terribly, horrible, awful, worst, hate, angry, furious, disgusting, disgusted, disgrace*, scam*, fraud*, thieves,
       thief, robbery, pathetic, joke, garbage, rubbish, outrag*, never come back, never again, never use, never buy,
       cancel everything, lawyer, sue you, legal action, report you, i demand, speak to your manager,
       speak to a supervisor, speak to your supervisor, had enough, sick and tired, incompetent, nonsense, appalling, shame on`,
    ],
    // Turns of phrase that mean nothing here, whatever their words say elsewhere.
    [
      0,
      `good morning, good afternoon, good evening, good day, have a good, have a great, have a nice, have a wonderful,
       nice day, great day, good night, good luck, best regards, at best, better business, for a better, fine print,
       late fee, late fees, lost and found, quick question, a good idea, good to know, as well as, would be great,
       would be nice, would be good, would be fine, is there a better, i'd be happy, i would be happy, happy to help,
       glad to help, glad to hear, glad i could, glad you, happy to assist, glad to assist, write down, wrote down, calm down,
       going down, turn down, down payment, sit down, slow down, put down, shut down, to make sure, just fine,
       what went wrong, what's wrong, what is wrong, what seems to be the problem, what is the problem, what's the problem,
       any problem, any problems, worth it, wrong number, of course`,
    ],
  ],
  courtesies: `thank you, thanks, thank you very much, thank you so much, thanks a lot, thanks so much, many thanks, much appreciated,
    appreciate, i appreciate it, you're welcome, you are welcome, welcome, sorry, i am sorry, i'm sorry, very sorry,
    apologise, apologize, apologies, my pleasure, pleasure, cheers`,
  negators: `not, no, never, none, nobody, nothing, neither, nor, without, hardly, barely, don't, doesn't, didn't, isn't, aren't,
    wasn't, weren't, won't, wouldn't, can't, cannot, couldn't, shouldn't, haven't, hasn't, hadn't, ain't, dont, doesnt, didnt, cant,
    isnt, wasnt, wont`,
  intensifiers: `very, really, so, extremely, absolutely, totally, completely, too, incredibly, highly, super, such`,
  boundaries: `but, however, although, though, because, and, so, then, yet`,
};
