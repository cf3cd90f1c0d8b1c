import { wordSet } from '../../text/words/list.ts';

/** Street words that are hardly said of anything else. */
export const STREETS = wordSet(
  'street road avenue boulevard blvd lane terrace crescent mews ave rd',
);
/** Street words that need a capital or a question for an address: "two way", "the court", "a drive". */
export const MAYBE_STREETS = wordSet(
  'st way drive dr close court place square gardens garden grove row hill circle walk park highway parkway ln view rise quay wharf yard green parade alley plaza heights meadow meadows',
);
/** Parts of an address beside its street. */
export const UNITS = wordSet(
  'flat apt apartment unit suite building block villa house tower floor room door po p.o p entrance number no postcode zip',
);
export const NUMBER_WORDS = wordSet(`
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred oh zero dash
`);

/** Words that open a part of an Arabic address and are followed by its name or number. */
export const ARABIC_STREETS = wordSet('شارع الشارع شارعنا طريق جادة زقاق سكة ممر نهج');
export const ARABIC_BUILDINGS = wordSet(`
  عمارة العمارة بناية البناية بناء مبنى برج البرج فيلا فلة بيت منزل قسيمة القسيمة قطعة القطعة بلوك مجمع مكتب المكتب محل سكن إسكان اسكان كومباوند شقة الشقة وحدة
`);
/** They belong to an address only beside one of the above. */
export const ARABIC_ADJUNCTS = wordSet(`
  حي الحي منطقة المنطقة دور الدور طابق الطابق مدينة محافظة ضاحية قرية بلدة رقم الرقم التاني التالت التانى
  الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الارضي الأرضي ميدان
`);
/** What an address lies in; alone none of them is one. */
export const DISTRICTS = wordSet('حي الحي منطقة المنطقة مدينة محافظة ضاحية قرية بلدة');
export const ADDRESS_CUES = `
  address is, address's, live at, living at, live in, i'm at, deliver to, delivered to, ship to, shipped to, send it to,
  moved to, located at, address to, brings it to, sent to, comes to, address on file is, address as,
  عنواني, العنوان, عنوانه, عنوانها, ساكن في, ساكنة في, ساكن ب, اسكن في, أسكن في, نسكن في, ساكنين في, عنوان البيت,
  عنوان التوصيل, على عنوان, بيتنا في, بيتي في
`;
