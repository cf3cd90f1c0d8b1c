import { phrasesIn } from '../text/phrases.ts';
import { wordSet } from '../text/words/list.ts';

/** What a number or a code belongs to that leads to one customer. */
const ENGLISH_OWNERS = phrasesIn(`
  account, acct, acc, ac, a c, order, booking, reservation, confirmation, booking confirmation, customer, client, member,
  membership, policy, claim, ticket, case, complaint, reference, contract, file, invoice, tracking, shipment, parcel,
  job, request, service request, application, subscription, loyalty, frequent flyer, flyer, patient, student, employee,
  user, meter, registration, transaction, payment, rewards, incident, enrollment, enrolment, licence, license, plate,
  insurance, routing, sort, checking account, savings account, credit card account, bank account, card, credit card,
  debit card, credit, folder, work order, purchase order, group, subscriber, consumer, delivery, appointment, quote
`);
const ENGLISH_HEADS = phrasesIn('number, numbers, no, num, nr, id, reference, ref, code');
const ENGLISH_ALONE = phrasesIn(`
  pnr, booking reference, reference, record locator, reference number, ref, ref no, confirmation, case ref,
  reference is, id is, acct, mrn, imei, iban, its number, account ending, username, user name, user id, login id, login name, اسم المستخدم, اسم مستخدم, اليوزر, اليوزر نيم
`);
/** Only with the number right behind it: "ticket 4451". */
export const OWNERS_ALONE = phrasesIn(`
  account, order, booking, reservation, policy, claim, ticket, case, membership, invoice, contract, member, file,
  shipment, complaint, application,
  طلب, الطلب, اوردر, الأوردر, حجز, الحجز, تذكرة, التذكرة, بلاغ, البلاغ, شكوى, الشكوى, معاملة, المعاملة, عقد, العقد, مطالبة,
  المطالبة, ملف, الملف, عضوية, العضوية, بوليصة, البوليصة, حساب, الحساب
`);
const ARABIC_OWNERS = phrasesIn(`
  حساب*, طلب*, اوردر*, الأوردر, حجز*, تذكر*, عضوي*, مشترك, المشترك, اشتراك*, عميل, العميل, عقد*, وثيق*, بوليص*, مطالب*,
  بلاغ*, شكوى, الشكوى, شكوتك, شكواك, معامل*, شحن*, تتبع, التتبع, بوليصة الشحن, مرجع*, ملف*, فاتور*, قضي*, حال*, خدم*,
  استمار*, تسجيل*, لوح*, رخص*, عداد*, مريض, المريض, موظف, الموظف, طالب, تأمين*, التامين, بطاق*, مستفيد*, عملي*, إيصال*,
  وصل, ايصال*, ملف المريض, السجل, سجل, تسلسلي, زبون, الزبون, كرت*, كارت, الكارت, تأكيد, التأكيد, حوال*, تحويل*
`);

/** Words that are said before a number that is somebody's own, by what the number is. */
export const ID_CUES = {
  account: [
    ...ENGLISH_OWNERS.flatMap((owner) => ENGLISH_HEADS.map((head) => `${owner} ${head}`)),
    ...ENGLISH_ALONE,
    ...ARABIC_OWNERS.map((owner) => `رقم ${owner}`),
    ...phrasesIn(
      'برقم, آيبان, ايبان, الآيبان, الايبان, الرقم المرجعي, رقم مرجعي, رقمها, رقمه, الرقم التسلسلي, كود الحجز, رمز الحجز, كود العميل, رقم الـ, رقم الpnr',
    ),
  ],
  national: phrasesIn(`
    id number, national id, national number, identity number, id card, identification number, emirates id, iqama,
    civil id, civil number, passport number, passport, residence number, ssn, ss number, ss no, social security number,
    social security, social, driver's license, driving licence, tax id, tax number, tin, ssn no, ssn num, ssn number,
    last four of your social, digits of your social, digits of your ssn, my digits are,
    رقم هوي*, رقم الهوية, هويتي, رقم إقام*, رقم الإقامة, رقم وطني, الرقم الوطني, رقمي الوطني, رقمك الوطني, رقم قومي,
    الرقم القومي, رقمي القومي, رقمك القومي, رقم مدني, الرقم المدني, رقمي المدني, رقمك المدني, رقمج المدني, رقم جواز*,
    رقم الجواز, جواز سفر, بطاقة شخصية, رقم البطاقة الشخصية, رقم البطاقة المدنية, البطاقة المدنية, رقم الإثبات
  `),
  code: phrasesIn(`
    otp, o t p, pin, pin code, pin number, passcode, pass code, code, codes, security code, verification code, cvv, cvc,
    one time code, one time password, one-time, six digit code, four digit code, access code, activation code,
    authentication code, login code, security number, security answer,
    رمز, الرمز, كود, الكود, رمز التحقق, كود التحقق, كود التفعيل, رمز التفعيل, الرقم السري, رقم سري, رقمي السري,
    رقمك السري, رمز الأمان, رمز الدخول, رقم التحقق, السري, البن, بن كود, او تي بي
  `),
  password: phrasesIn(`
    password, pass word, passphrase, memorable word, security word, code word, account password, passwords,
    كلمة السر, كلمة المرور, كلمة سر, كلمة مرور, الباسورد, باسورد, الباسوورد, باسوورد, كلمة السر حقي
  `),
};

/** Before "code" these make it nobody's secret. */
const NOT_A_SECRET = wordSet(`
  cpt error zip area country promo discount coupon voucher dress qr bar sort source status colour color product dial
  dialling fault postal post tax building referral gift swift branch hs icd procedure stop message
`);
/** Behind "رمز" and "كود". */
const NOT_A_SECRET_AFTER = wordSet(
  'بريدي البريدي خطأ الخطأ خصم الخصم الدولة المنطقة المنتج عرض العرض العطل المشكلة',
);

/** Whether a word for a code, from one place to another, says "error code" or "الرمز البريدي". */
export function isNoSecret(words: readonly string[], at: number, next: number): boolean {
  return NOT_A_SECRET.has(words[at - 1] ?? '') || NOT_A_SECRET_AFTER.has(words[next] ?? '');
}
