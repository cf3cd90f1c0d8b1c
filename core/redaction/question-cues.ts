import { phrasesIn } from '../text/phrases.ts';
import { ID_CUES } from './id-cues.ts';

/** What can be asked for; a quantity is what digits may also be the answer to. */
export type Askable =
  | 'NAME'
  | 'BIRTH_DATE'
  | 'ACCOUNT_ID'
  | 'NATIONAL_ID'
  | 'PHONE'
  | 'OTP'
  | 'PASSWORD'
  | 'ADDRESS'
  | 'QUANTITY';

/** Words that make a mention a request. */
export const REQUESTS = phrasesIn(`
  please, may i, can i, could i, may we, can we, can you, could you, would you, will you, i need, i'll need, need your,
  need the, tell me, give me, let me have, provide, confirm, verify, spell, what's, what is, what are, who is, who's,
  whose, who am i, state, read, share, have your, have the, get your, take your, take the, mind, start with, remind,
  لو سمحت*, ممكن, من فضلك, فضلك, اعطني, أعطيني, عطني, عطيني, تعطيني, تعطيني, اديني, إديني, زودني, تزودني, تزودنا,
  احتاج, أحتاج, محتاج*, ابغى, أبغى, ابي, أبي, بدي, عايز*, قول لي, قولي*, تقول*, قلي, قللي, احكيلي, خبرني, خبريني,
  ما هو, ما, شو, ايش, إيش, وش, شنو, ايه, إيه, كم, كام, مين, من معي, منو, اكد*, أكد*, تأكيد, تكتب*, اكتب*, نتأكد,
  عرفني, عرفيني, تذكر*, اذكر*, تتكرم*, تفضل*, اتفضل*, وين, فين, اين, أين, هل
`);

export const QUESTION_CUES: Readonly<Record<Askable, readonly string[]>> = {
  NAME: phrasesIn(`
    your name, full name, the name, first name, last name, middle name, surname, family name, good name, his name,
    her name, their name, whose name, what name, which name, name please, name on, name and, and name, maiden name,
    whom am i, who am i, who is calling, who's calling, who is this, who's this, who is speaking, who's speaking,
    who do i have, who i'm speaking, who i am speaking, speaking with, speaking to, name of the, child's name, names, name,
    who's on, who is on, who have i, who've i, whom do i, whom have i, who i have, who i've, the pleasure of, who is it, who's it, who's there,
    who is there, who is that, who's that, who was it, who was that, who did you, who told, who helped, who took, who signed, who else,
    who will be, who'll be, who's the, who is the, who should, who shall, who can i, who would, who to, who are you, who gets,
    under what, under which, under whose, in whose, and you are, and you're, i call you, address you, are you called, he called,
    she called, they called, you go by, talking with, talking to, initials,
    اسم, منو, منو صاحب*, مين صاحب*, من صاحب*, صاحب الحساب, صاحب الحجز, صاحبة الحساب, صاحبة الحجز, مين اللي, منو اللي, مع منو, معي منو, شسمك, شو اسم*, اسماء, من يكون, ومن معي, ومن معك, مين بيحكي, مين عم يحكي, مين يتكلم, من يتكلم, تعرفنا, اتعرف*, نتشرف, اسمك, اسمج, اسمكم, اسمه, اسمها, باسم, اسم حضرتك, بأسم, أسماء, مين معي, مين معايا, مين معاي, من معي, معي مين,
    معاي مين, منو معاي, معايا مين, مين حضرتك, مين بيتكلم, مين المتصل, من المتحدث, مع مين, لقبك, كنيتك, مين أنت
  `),
  BIRTH_DATE: phrasesIn(`
    date of birth, dates of birth, birth, birth dates, when was he born, birth date, birthdate, birthday, dob, d o b, day of birth, year of birth, born,
    تاريخ ميلاد*, تاريخ الميلاد, تاريخ مولد*, ميلادك, ميلادج, ميلاده, ميلادها, مواليد*, تاريخ الولادة, تاريخ ولادت*,
    ولدت, انولدت, اتولدت, مولود, مولودة, عيد ميلاد*, يوم ميلاد*
  `),
  ACCOUNT_ID: ID_CUES.account,
  NATIONAL_ID: ID_CUES.national,
  PHONE: phrasesIn(`
    phone number, mobile number, contact number, telephone number, callback number, call back number, cell number,
    number to call, number to reach, best number, phone, mobile, cell, whatsapp, call you on, reach you, landline,
    رقم جوال*, رقم الجوال, رقم موبايل*, رقم هاتف*, رقم تلفون*, رقم تليفون*, رقم تواصل, رقم التواصل, رقم محمول,
    رقم المحمول, موبايلك, جوالك, تلفونك, تليفونك, رقم حضرتك, رقمك, رقمج, واتساب, الرقم
  `),
  OTP: [
    ...ID_CUES.code,
    ...phrasesIn(`
      texted you, text message, sms, six digits, four digits, the digits, sent you a text, sent a text, authenticator,
      verification, one time, the numbers in, read it out, read it back, what does it say, what does the text say,
      رسالة نصية, رسالة قصيرة, رسالة على جوال*, الأرقام اللي وصلت*, اللي وصلك, اللي وصلج, الي وصلك, وصلك برسالة, التحقق
    `),
  ],
  PASSWORD: ID_CUES.password,
  ADDRESS: phrasesIn(`
    your address, the address, home address, street address, postal address, mailing address, billing address,
    shipping address, delivery address, full address, new address, current address, where do you live,
    where are you located, where are you based, whereabouts, which building, what building, flat number, house number, villa number, address please, which street, what street,
    deliver it to, deliver to, send it to, send it, come to, ship it, address on, address for, address, where to,
    عنوان, عنوانك, عنوانج, عنوانكم, عنوانه, عنوانها, وين ساكن*, فين ساكن*, ساكن فين, ساكنة فين, ساكن وين, ساكنة وين,
    تسكن, تسكنين, اي شارع, أي شارع, انهي شارع, مكان السكن, محل الإقامة, الموقع
  `),
  QUANTITY: phrasesIn(`
    reading, meter says, read the meter, meter, how much, how many, amount, total, balance, error, error number, model, version,
    mileage, odometer, points, last four, last 4, last digits, last few digits, kilometres, kilometers, zip code, postal code, postcode, serial, score, speed,
    آخر أربع*, آخر اربع*, آخر ٤, آخر رقم*, قراءة, قراية, تقرا*, قرا*, العداد, عداد, المبلغ, كم المبلغ, الإجمالي, رصيد*, رقم الخطأ, موديل*, الإصدار, كيلومتر*,
    النقاط, نقاط, الرمز البريدي, كم دفعت, دفعت كم, سعر*
  `),
};
