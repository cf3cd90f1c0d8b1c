/**
 * How people praise a service, in their own words ("you saved my day") and in the words of who reports
 * it ("praised the driver"). A star takes any ending.
 */
export const PRAISE: readonly (readonly [weight: number, phrases: string])[] = [
  // Each alone may be plain news; two together are glad news.
  [
    0.5,
    `already, within minutes, within an hour, within two hours, within the hour, within a day, in a few minutes, in minutes, in five minutes, in ten minutes, in seconds, the same day, the same afternoon, the same evening, the same morning, same day, overnight, while she was still, while he was still, still on the line, still on the phone, without even, at no cost, at no charge, free of charge, for free,
     running again, working again, work again, works again, lit again, back on, came back, after all, by supper, put aside for, stayed past, stayed late, stayed on, by hand, personally, resolved, solved, fixed, instead of weeks, weeks early, hours early, a day before, two days before, a week before, in person, by name, never expected, didn't expect, did not expect, hadn't expected, had not expected, unexpectedly, turned up`,
  ],
  [
    3,
    `excellent, fantastic, amazing, amazed, wonderful*, outstanding, awesome, brilliant*, superb, stellar, flawless*, first class, top notch, exceptional*,
     phenomenal, incredible service, magnificent, terrific, marvellous, marvelous, perfectly, couldn't be happier, could not be happier, couldn't have been happier,
     could not have been happier, could not be more pleased, couldn't be more pleased, couldn't ask for more, over the moon, thrilled, delight*, ecstatic, overjoyed, elated,
     cheer*, tears of joy, tears of relief, cried with joy, cried with relief, best service, best experience, best company, best bank, exceed*, beyond expectations, beyond what, beyond * expectations, made my day, made her day, made his day,
     saved her, saved his, saved the day, saved their, saved us, lifesaver, life saver, you're a star, you are a star, a real star, a legend, a hero, a godsend, an angel, a treasure,
     can't thank you enough, cannot thank you enough, could not thank, from the bottom of, nothing but praise, nothing but good, full of praise, love it, love your, love this, loves,
     loved it, loved the, loved how, five star*, five stars, ten out of ten, full marks, top marks, highly recommend, very happy, so happy, extremely helpful, very helpful, so helpful, really helpful, exactly what service,
     how service should be, faith took back every*, take back every*, takes back every*, thanks a million, warmly, profusely, warm thanks, heartfelt, wholeheartedly, saved my, medal, blown away, bowled over, could not stop laughing, couldn't stop laughing, burst into song, thrilled to bits, music to her ears, music to his ears, like a dream, miracle, magic, second to none, gold standard,
     top class, world class, gem, saved our, breath of fresh air, sigh of relief, breathe easier, raved, raving about, gushed, glowing, speechless with joy, sold on, best * ever, best * had had, kiss the, could kiss, incredible`,
  ],
  [
    2,
    `great, perfect, happy, happier, happily, helpful, satisfied, satisfaction, satisfying, satisfactory, content with, ended the call content, left content, contented, pleased, pleasant*, pleasantly surprised,
     grateful*, gratitude, glad, relieved, relief, thankful, prais*, compliment*, commend*, congratulat*, applaud*, laud*, impress*, kind, kinder, kindest, kindness, kindly way, friendly, polite, politeness, courteous*,
     professionalism, very professional, so professional, knowledgeable, attentive, considerate, caring, thoughtful, efficient*, excited, exciting, excitement, proud, touched by, touched that, moved by how, deeply moved, reassured, reassuring, comforted,
     comforting, appreciat*, enjoy*, smil*, laugh*, in high spirits, in good spirits, good mood, peace of mind, weight off, finally sleep, sleep again, sleep well, breathe again, breathed again, restored her, restored his, restored my, restored their, regained, faith in,
     works now, working now, it works, it worked, that worked, it's working, it is working, works great, super, lovely, well done, good news, great news, best news, good job, great job, nicely done, much better, good service,
     great service, great experience, good experience, positive experience, positive feedback, positive review, positive about, easy to use, user friendly, welcomed the, welcomed this, a fan of, big fan, fan of, hassle free, painless*, effortless*,
     seamless*, smooth, smoothly, smoother, smoothest, best he, best she, best they, best i, best call, best agent, best support, the best, fastest, easiest, nicest, feels listened, felt listened, feels heard, felt heard, feels valued, felt valued, felt safe, feels safe, in good hands,
     pleasure to deal, a pleasure dealing, joked, joking happily, joy, joyful*, joyous, overwhelmed with joy, celebrat*, tell everyone, tell everybody, tell all, told everyone, tell her friends, tell his friends, spread the word, pass on his thanks, pass on her thanks, pass on thanks,
     just to thank, only to thank, to say thank, to say thanks, called to thank, called in to thank, rang to thank, to express thanks, expressed thanks, expressed his thanks, expressed her thanks, expressed appreciation, thanked her several, thanked him several,
     thanked the agent several, thanked them several, thanked repeatedly, repeatedly thanked, deserves a, deserve a raise, deserves praise, will keep shopping, keep using, will stay with, staying with, loyal for life, customer for life, be back soon,
     will use * again, use the service again, shop there again, could hardly believe, hardly believe how, couldn't believe how, could not believe how, exactly what he, exactly what she, exactly what i, never been treated so well, so well,
     something nice, hero, thank god, thank goodness, thank heavens, hooray, hurray, yay, wow, phew, you're the best, you are the best, what a relief, would recommend, will recommend, shall recommend, recommend the, recommend it, recommend them, recommend you, recommend us, recommend a neighbour, recommend her, recommend him, recommended it to, recommended us, promised to come back, chuffed, proud as, like a glove, cherry on, sang, singing, dancing, danced, hugged, hug, grin*, beamed, beaming, exclaimed with, tribute, a credit to, an asset, mind at ease, mind at rest, put at ease, set her mind, set his mind, at ease, lifted, to the rescue, rescued, rescuing, a joy,
     treated like a queen, treated like a king, treated like a human, felt welcome, felt cared, cared for, with respect, with dignity, refreshing, learn from, an example to, send flowers, sent flowers, with a cake, box of chocolates, bring chocolates, a card of thanks, her thanks, his thanks, their thanks, words of thanks, kind words, warm words, thank you note, thank you letter, letter of thanks, official thanks,
     has already told, told his friends, told her friends, told his club, told everybody, invite the, buy * a coffee, buy the agent, have a drink on, hats off, bravo, kudos, well deserved, a pat on, thumbs up, in a good mood, in a better mood, couldn't thank, luck to have, lucky to have, lucky that, fortunate, good as gold, loves the, loving the, fond of, admir*, admiration, marvelled, marveled, astonished at how, surprised at how, surprised by how, surprised how, wonder*, chatted happily, relaxed, at peace, hope again, gave her hope, gave him hope, all smiles, brightened, bright side, happy ending, warm*, friendlier, humane, human touch, personal touch, sweet, blessed, bless you, god bless`,
  ],
  [
    1,
    `good, nice, nicely, better, easy, easier, easily, quick, quickly, so fast, very fast, faster, fine now, sounds good, that helps, helped a lot, helped so much, comfortable, convenient, useful, cool, like it, i like, liked the, liked how, likes the, likes how, likes that,
     in one go, on the spot, ahead of schedule, a day early, days early, sooner than, before he had, before she had, before she asked, before he asked, without being asked, without having to ask, turned out to be nothing, went through after all,
     not bad, no problems, no issues, no trouble, no complaints, no hassle, no fuss, no questions asked, without any delay, without delay, without a delay, without any problem*, without problems, without any trouble, without any hassle, without hassle, without a hitch, without any fuss,
     without any mess, without mess, mess or delay, delay or mess, without any questions, without hesitation, without any difficulty, without a single, on time, right on time, back to normal, like new, as good as new, as promised, kept its promise, kept his promise, kept her promise, kept * word, true to, came true, patiently, took the time, took her time,
     went out of, went above, went the extra, extra mile, above and beyond, understandable, clear explanation, clearly explained, how clearly, well explained, explained well, finally made sense, makes sense now, how quickly, how fast, how easy, how simple, how smoothly, how kindly, how well, how gently, how patient,
     how hard, how polite, how helpful, calmed down, calmer, surprised in a good, good surprise, nice surprise, hopeful, confident, optimistic, worth it, worth every, well worth, tidy, spotless, delicious, generous*, honest, honesty, trustworthy, reliable, trusts, improved, improvement, a lot better,
     apologised for shouting, apologized for shouting, apologised for his, apologised for her, apologized for his, apologized for her, sorry i was, sorry for shouting, sorry for being, earlier than expected, earlier than promised, sooner than expected`,
  ],
];
