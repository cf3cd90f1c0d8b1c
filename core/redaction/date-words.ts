import { wordSet } from '../text/words/list.ts';

export const MONTHS = wordSet(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  يناير فبراير مارس ابريل أبريل مايو يونيو يونيه يوليو يوليه اغسطس أغسطس سبتمبر اكتوبر أكتوبر نوفمبر ديسمبر
  كانون شباط آذار اذار نيسان أيار ايار حزيران تموز آب اب أيلول ايلول تشرين
  محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو ذي القعدة الحجة قعدة حجة
  muharram safar rajab shaban ramadan shawwal
`);

/** Days, months and years as they are said; compounds come as several words. */
export const DATE_NUMBERS = wordSet(`
  zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
  واحد اثنين اثنان اتنين تنين ثلاثة ثلاث تلاتة تلات اربعة أربعة اربع أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تمانية
  تمنية تمن ثمان تسعة تسع عشرة عشر احدعش حداشر أحداشر اثنعش اطنعش اتناشر اثناعشر ثلاثتاشر تلتاشر تلطعش ثلطعش
  اربعتاشر أربعتاشر اربعطعش خمستاشر خمسطعش خمسة عشر ستاشر سطعش ستطعش ستعش خمستعش سبعتعش تسعطعش سبعتاشر سبعطعش تمنتاشر ثمنطعش تمنطعش تسعتاشر تسعطعش
  عشرين عشرون ثلاثين ثلاثون تلاتين اربعين أربعين أربعون خمسين خمسون ستين ستون سبعين سبعون ثمانين ثمانون تمانين تسعين تسعون
  مية مئة مائة ميه ألف الف ألفين الفين تسعمية تسعمئة تسعمائة تسعميه تسعماية ربعمية أربعمئة أربعمائة اربعمية ثلاثمية
  ثلاثمئة ثلاثمائة الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر
  الحادي الثانية الثالثة عشرة والعشرين والعشرون والثلاثين اول أول
`);

/** What holds the parts of a date together. */
export const DATE_GLUE = wordSet(
  'of the and in شهر سنة سنه عام لسنة و من هجري هجرية ميلادي ميلادية يوم الـ year month day',
);

/** A year is said with one of these first. */
export const YEAR_OPENERS = wordSet('nineteen twenty two ألف الف ألفين الفين');
