import { phrasesIn } from '../text/phrases.ts';
import { wordSet } from '../text/words/list.ts';

/** A name comes next, whatever it looks like. */
export const NAME_FOLLOWS = phrasesIn(`
  my name is, my name's, my full name is, my first name is, my last name is, my names, name is, surname is,
  you're speaking with, you're speaking to, you are speaking with, you are speaking to, am i speaking with,
  am i speaking to, you're talking to, you are talking to, please call me, mr, mrs, ms, mister, missus,
  اسمي, أنا اسمي, اسمي هو, والاسم
`);
/** Names that are also auxiliaries; after "my name is" nothing else begins so. */
export const NAMES_LIKE_VERBS = wordSet('will may');
/** Words before "name is" that make it the name of a thing. */
export const NAME_OF_A_THING = wordSet(
  'user file company product brand domain plan account item store street bank package network',
);
/** A name may come next: only a capital, or a word that confirms it, tells. */
export const NAME_MAY_FOLLOW = phrasesIn(`
  this is, i'm, i am, it's, it is, here is, speaking is, أنا
`);
/** "this is sarah speaking". */
export const CONFIRMS_NAME = wordSet('speaking calling here from with');
/** "أنا خالد من الدعم": where an agent says to be from. */
export const ORIGINS = /^(?:ال)?(?:شرك|قسم|خدم|دعم|بنك|فريق|ادار|مركز|فرع|طرف)/u;
export const GREETINGS = wordSet(
  'hi hello hey morning afternoon evening مرحبا أهلا هلا عليكم السلام',
);
/** Titles and labels before a name, which is no everyday word then. */
export const TITLES = phrasesIn(`
  miss, dr, doctor, first name, last name, surname,
  السيد, السيدة, أستاذ, الأستاذ, أستاذة, الأستاذة, دكتور, الدكتور, دكتورة, الدكتورة, المهندس, المهندسة
`);
/** "With you" introduces an agent in Arabic, but also anything else that is with somebody. */
export const WITH_YOU = wordSet('معك معاك معكم معاكم وياك وياكم');
/** What an agent says before "with you" when a name follows: a greeting or the company. */
export const OPENS_WITH_YOU = wordSet(`
  السلام عليكم وعليكم مرحبا اهلا أهلا وسهلا هلا الخير النور الورد الله العملاء عملاء الدعم الفني الشركة البنك الاتصال فندم
`);
/** First halves of Arabic names: "عبد الرحمن", "أبو فهد". */
export const NAME_PREFIXES = wordSet('عبد ابو أبو ام أم بن ابن بنت آل');
/** Given names so frequent that a second one is safe to take without an article. */
export const FREQUENT_SECOND_NAMES = wordSet(`
  محمد احمد علي حسن حسين محمود مصطفى ابراهيم خالد عبدالله عبدالرحمن سعيد سالم ناصر صالح يوسف عمر عثمان فهد سعود
  سلطان جابر كمال جمال سامي فؤاد طارق ياسر هاني عادل
`);
/** Questions that are answered with a name alone. */
export const ASKS_FOR_NAME =
  /\b(?:your|the|full|first|last) (?:full |first |last )?name\b|who am i speaking|(?:اسمك|الاسم|اسم حضرتك|بالاسم)/u;
/** Where a name that is also a word ("will", "grace") can only be a name. */
export const ADDRESSES = wordSet('hi hello hey thanks thank mr mrs ms miss dear يا استاذ أستاذ');
export const PAUSES = wordSet('uh um er erm اه');
