import { phrasesIn } from '../../text/phrases.ts';
import { wordSet } from '../../text/words/list.ts';

/** A name comes next, whatever it looks like. */
export const NAME_FOLLOWS = phrasesIn(`
  my name is, my name's, my full name is, my first name is, my last name is, my names, my name was, my name would be,
  name is, name's, names is, surname is, surname's, name would be, names are, passenger names are, name was, name should be, i'm called, i am called,
  you're speaking with, you're speaking to, you are speaking with, you are speaking to, am i speaking with, speaking to,
  am i speaking to, you're talking to, you are talking to, you're through to, please call me, mr, mrs, ms, mister, missus,
  اسمي, أنا اسمي, اسمي هو, إسمي, انا إسمي, بينادوني, ينادوني, بيقولولي, يقولون لي
`);
/** Names that are also auxiliaries; after "my name is" nothing else begins so. */
export const NAMES_LIKE_VERBS = wordSet('will may');
/** Words before "name is" that make it the name of a thing. */
export const NAME_OF_A_THING = wordSet(
  'user file company product brand domain plan account item store street bank package network building hotel shop business pet dog cat app website medicine drug street model branch',
);
/** A name may come next: only a capital, a known name, or a word that confirms it, tells. */
export const NAME_MAY_FOLLOW = phrasesIn(`
  this is, i'm, i am, im, it's, it is, its, here is, speaking is, that's, that is, is that, is this, it was, was it, is it,
  you are, you're, are you, there's, hello this is, أنا, انا, هذا, هذي, أنت, انت, إنت, أنتي, انتي, حضرتك, هاي, أنا هو
`);
/** A name with a capital comes next: somebody is spoken of. */
export const NAME_WITH_CAPITAL_FOLLOWS = phrasesIn(`
  spoke to, spoke with, speak to, speak with, talked to, talked with, talk to, talk with, ask for, asked for, someone called,
  somebody called, man called, woman called, lady called, guy called, colleague, my husband, my wife, my son, my daughter,
  my mother, my father, my mum, my dad, my brother, my sister, my friend, my partner, my boss, my assistant, my colleague,
  named, under, in the name of, name of, registered to, belongs to, on behalf of, account of, behalf of, passenger,
  passengers, patient, customer, agent, advisor, adviser, technician, engineer, supervisor, driver, i have, for, with,
  from, by, and, hi, hello, hey, thanks, thank you, bye, goodbye, morning, afternoon, evening, welcome, sorry, dear,
  okay, ok, right, sure, so, great, perfect, yes, well, please, care of, attention of, put, tell, call me, his is, her is,
  told, met, asked, ask, let, remind, texted, emailed, rang, this was, you've got, you got, you have,
  fitter, plumber, receptionist, vet, nurse, teacher, neighbour, neighbor, landlord, landlady, flatmate, roommate, housemate, fiance,
  fiancee, girlfriend, boyfriend, ex, grandson, granddaughter, grandmother, grandfather, nan, gran, grandad, grandpa, grandma, stepson,
  stepdaughter, kid, boy, girl, guy, man, lady, woman, gentleman, chap, lad, bloke, rep, clerk, cashier, courier, rider, postman,
  mechanic, electrician, consultant, trainer, tutor, coach, secretary, accountant, lawyer, solicitor, missus, leader, manager, boss,
  coworker, teammate, carer, nanny, maid, cleaner, guest, tenant, owner, holder, policyholder, beneficiary, recipient, nominee,
  dependant, dependent, twin, sibling, mum, mom, dad, brother, sister, friend, partner, assistant, signed by, made out to,
  addressed to, booked under, regards to, attn, c o, hello to, hi to, name's, someone named, somebody named, by the name of,
  in-law, dealt with, handled by, helped by, served by,
  cousin, uncle, aunt, niece, nephew, son, daughter, husband, wife, mother, father, brother, sister, contact person, have you as, you as, registered as, listed as, known as, goes by, answer to, speak for
`);
/** "this is sarah speaking". */
export const CONFIRMS_NAME = wordSet('speaking calling here from with how');
/** "أنا خالد من الدعم": where an agent says to be from. */
export const ORIGINS =
  /^(?:ال)?(?:شرك|قسم|خدم|دعم|بنك|فريق|ادار|مركز|فرع|طرف|مبيع|حجوز|صيان|مطالب|فواتير|مصرف|عياد|مستشف|مكتب|وزار|هيئ|متجر|محل|وكال|فندق|صيدل|تطبيق|مؤسس|جمعي|بلدي|معرض|مطعم|ورش|سفار|قنصل|خطوط|طيران|تأمين|تامين|استقبال)/u;
export const GREETINGS = wordSet(
  'hi hello hey morning afternoon evening مرحبا أهلا هلا عليكم السلام',
);
/** Titles and labels before a name, which is no everyday word then. */
export const TITLES = phrasesIn(`
  miss, dr, doctor, prof, professor, captain, officer, nurse, sir, madam, first name, last name, surname, full name, mr and mrs,
  السيد, السيدة, سيد, سيدة, أستاذ, الأستاذ, أستاذة, الأستاذة, استاز, دكتور, الدكتور, دكتورة, الدكتورة, المهندس, المهندسة,
  مهندس, مهندسة, بشمهندس, باشمهندس, الباشمهندس, مدام, المدام, آنسة, الآنسة, انسة, ست, الست, أخ, الأخ, أخت, الأخت, أخوي,
  أختي, الاخ, الاخت, أخي, حاج, الحاج, الحاجة, شيخ, الشيخ, كابتن, الكابتن, عمو, خالة, طنط, مستر, مس, ميس, سيدي,
  الاسم, والاسم, باسم, بأسم, اسمه, اسمها, اسم العميل, اسم العميلة, اسم المريض, اسم المريضة, اسم الولد, اسم البنت, اسم الطفل,
  اسم ابني, اسم بنتي, اسم زوجي, اسم زوجتي, اسم جوزي, اسم مراتي, اسم المشترك, اسم صاحب الحساب, اسم الموظف, اسم الموظفة
`);
/** Who somebody is, not how he is called: only a known name, or a full one, is a name behind it. */
export const ROLES = phrasesIn(`
  زميلي, زميلتي, زميلنا, زميلتنا, ابني, بنتي, زوجي, زوجتي, جوزي, مراتي, اخوي, اختي, أخويا, أختي, اخوك, بنتك, ابنك, الموظف,
  الموظفة, موظف اسمه, موظفة اسمها, واحد اسمه, واحدة اسمها, الفني, المندوب, الراكب, المريض, المريضة, الطفل, الطفلة, لابني,
  لبنتي, زوجها, مرتي, حماتي, صديقي, صاحبي, ريلي, رجلي, حرمتي, زوجته, جوزها, ولدي, ولدنا, بنتنا, ابننا, ابنها, بنتها, الوالد,
  الوالدة, والدي, والدتي, ابوي, أبوي, ابويا, أبويا, امي, أمي, ماما, بابا, خوي, خويي, رفيقي, رفيجي, رفيقتي, ربيعي, صديقتي, صاحبتي,
  جاري, جارتي, جارنا, جارتنا, عمي, عمتي, خالي, خالتي, حفيدي, حفيدتي, خطيبي, خطيبتي, شريكي, شريكتي, مديري, مديرتي, مديرنا, المدير,
  المديرة, المشرف, المشرفة, السائق, السواق, السايق, المهندس, الدكتور, الموظفه, اخوها, اخوه, أخوها, اختها, أختها, سكرتيرتي, محاسبنا, محامي,
  التوأم, السكرتيرة, الاستقبال, الوكيل, المستلم, المستفيد, الكفيل, صاحب الحساب, صاحبة الحساب, زميل, زميلة, موظفكم, موظفتكم
`);
/** "With you" introduces an agent in Arabic, but also anything else that is with somebody. */
export const WITH_YOU = wordSet(
  'معك معاك معاج معج معكم معاكم معاكي معكي وياك وياج وياكم يحدثك يكلمك بيكلمك محدثك محدثتك',
);
/** What an agent says before "with you" when a name follows: a greeting or the company. */
export const OPENS_WITH_YOU = wordSet(`
  السلام عليكم وعليكم مرحبا اهلا أهلا وسهلا هلا الخير النور الورد الله العملاء عملاء الدعم الفني الشركة البنك الاتصال فندم
  الحجوزات بركاته وبركاته morning afternoon evening hello hi حياك اهلين مراحب فيك فيكم بيك بيكم
`);
/** Arabic speaks to somebody with these; a name that is known comes next. */
export const ARABIC_ADDRESSES = wordSet(
  'يا هلا أهلا اهلا أهلين مرحبا شكرا مشكور مشكورة تسلم تسلمي حياك طيب تمام ابشر أبشر عزيزي عزيزتي مساء صباح سلامتك حاضر يسلمو ميرسي',
);
/** Flattery and sighs, where other words are names: "يا سلام", "يا جميل". */
export const NO_ADDRESS = wordSet(
  'جميلة كريمة أميرة حلوة عسل غالي علي سلام جميل قمر حبيب كريم عزيز لطيف رحمة بركة سعادة ملاك عمر حياة فرح أمل نور صباح عبد باسم رضا شهد وعد حكيم شريف سعيد حاتم هنا هناء',
);
/** First halves of Arabic names: "عبد الرحمن", "أبو فهد". */
export const NAME_PREFIXES = wordSet('عبد ابو أبو ام أم بن ابن بنت آل');
/** What agents go on with behind their name where no pause is written. */
export const AFTER_A_NAME = wordSet(`
  تفضل تفضلي اتفضل اتفضلي كيف شلون شلونك ازاي إزاي آمر امر آمرني امرني آمري شو وش ايش أقدر اقدر بقدر أؤمر اؤمر تحت في من حابب
  بخدمتك خدمتك ممكن لو أساعدك اساعدك نقدر رقمي رقم عندي معاك معك حضرتك يا كلمتكم اتصلت اتصل كنت يوم بكرة بكره اليوم الساعة عنده عندها قال قالت كلمني كلمتني راح رح حيكلمك هيكلمك بيتصل هيتصل زارني زارك وعدني وعدتني عمره عمرها
  اللي مين هو هي مو مش ما بدي ابي أبي ابغى أبغى عايز عاوز
`);
/** Small words inside a Latin name. */
export const NAME_PARTICLES = wordSet(
  'de da del della di van von der den la le al el bin ben bint abu abd ibn st mc mac',
);
/** Names that are spelt as grammar once folded ("على", "مني", "ايه"): named again only where spoken to. */
export const LIKE_GRAMMAR = wordSet('علي منى هيا صفا سما رضا دعاء أمل عمر');
/** Where a name that is also a word ("will", "grace") can only be a name. */
export const ADDRESSES = wordSet(
  'hi hello hey thanks thank mr mrs ms miss dear bye goodbye يا استاذ أستاذ هلا اهلا مرحبا شكرا أخ اخ اخت ست مدام سيد سيدة دكتور دكتورة أستاذة الاستاذ الأستاذة',
);
export const PAUSES = wordSet(
  'uh um er erm actually well اه هو هي عندي عندنا المسجل المسجلة لدينا لدي',
);
/** Before a given name these make it a place's or a firm's. */
export const PLACE_BEFORE = wordSet(`
  st saint king queen prince princess lake mount port fort san santa calling at the sultan sheikh
  شارع الملك الملكة الأمير الأميرة مدينة مستشفى جامعة مطار جسر دوار ميدان حي بنك شركة مطعم طريق مدرسة مسجد برج سوق مول بن
`);
export const PLACE_AFTER = wordSet(
  "street road avenue lane drive close station airport hospital bank university school hotel mall park bridge square tower building college clinic ltd inc llc bros brothers associates insurance foods music infotech company's company corp",
);
/** What is said around a name that is asked for. */
export const AROUND_AN_ANSWER = wordSet(`
  yes yeah yep sure ok okay it's its it is that's my name is the and i'm i am this um uh er please thanks thank you of course
  full first last surname under so well here speaking for hello hi certainly right no oh sorry his her she he mum dad husband wife son daughter
  نعم أيوه ايوه ايوا هيه هيي إيه اه مظبوط مضبوط صح صحيح طيب اسمي الاسم هو هي انا أنا اكيد أكيد تمام حاضر باسم اسمه اسمها اي إي اوكي لو سمحت يا مدام ست أستاذ أستاذة استاذ استاذة سيد سيدة السيد السيدة الأستاذ الأستاذة دكتور الدكتور mr mrs ms dr تفضل تفضلي سجل اكتب
`);
