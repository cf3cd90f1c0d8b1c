/** Words of customer-service calls, so that small vocabularies hold whole words of both languages. */
const ENGLISH =
  'the a to of and is in it you that for on was with as this be have not we are i my your agent ' +
  'customer call order refund account bill charge card cancel contract delivery late router ' +
  'internet technician visit payment invoice service support issue problem resolved follow up ' +
  'needed unknown positive negative neutral summary sentiment topics outcome complaint thank ' +
  'thanks please sorry help number phone email today tomorrow yesterday week month price plan';

const ARABIC =
  'من في على إلى عن مع هذا هذه كان لا ما هل أنا أنت نحن هو هي العميل الموظف المكالمة الطلب ' +
  'استرداد حساب فاتورة بطاقة إلغاء عقد توصيل متأخر جهاز الإنترنت فني زيارة دفع خدمة دعم مشكلة ' +
  'حل متابعة غير معروف إيجابي سلبي محايد ملخص شكوى شكرا من فضلك آسف مساعدة رقم هاتف بريد اليوم ' +
  'غدا أمس أسبوع شهر سعر باقة نعم أريد سوف تم الآن';

/** What JSON is made of, as real vocabularies join it: a quote often shares a token. */
const PUNCTUATION = ['{"', '":', '","', '"}', '"]', '":"', '["', '},', '.",', '."', ', ', '\n\n'];

export const ENGLISH_LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
export const ARABIC_LETTERS = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإئؤةى');

/** Words as they follow others, with their space, then as they begin a text. */
export const WORDS: readonly string[] = [
  ...PUNCTUATION,
  ...[...ENGLISH.split(' '), ...ARABIC.split(' ')].flatMap((word) => [` ${word}`, word]),
];
