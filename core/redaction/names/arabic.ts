import type { Token } from '../../text/tokens.ts';
import { wordSet } from '../../text/words/list.ts';
import type { Passage } from '../passage.ts';
import { UNITS } from '../quantity.ts';
import type { Candidate, FoundCue } from './cue.ts';
import { NAME_PREFIXES, NO_ADDRESS, OPENS_WITH_YOU, ORIGINS } from './cues.ts';
import { isArabicFamilyName, isGivenName, isNameAndWord } from './known.ts';
import { isNoName } from './not-names.ts';
import { beginsPhrase, closesName, endsPhrase } from './shape.ts';

/** "الست زهقت": what she did is no name; the few names in -t are known. */
const PAST_OF_HERS = /\p{L}{3}ت$/u;

/** A name spoken to: without the article, "my" or a plural. */
const MAY_BE_CALLED = /^(?!ال)\p{L}{3,}(?<!ين|ات|تي|وا|ها|ي|نا|كم)$/u;
const NOT_CALLED = wordSet(`
  خساره حرام لطيف ساتر عيب بركه حلاوه سلام اخوان زين مدير شيخ طويل قوم عالم ليل عين سيد انسه جماعه شباب ناس رجل اخ اخت
  ريت ليت ترى رب عم خال غالي غاليه حبيب طيب طيبه ولد بنت بنات دكتور دكتوره استاذ استاذه مهندس مهندسه مدام حاج حاجه باشا
  بيه هانم افندم فندم ويل الله عمر هلا هذا انت امراه سلاما اما عزيز عسل قمر فرحه ستار كريم بعد طول خبر كاتب معود حظ سعد
`);

/** "سلمها للجيران", "تشرفنا": verbs with whom they are done to, and nouns with "for the". */
const WITH_OBJECT = /\p{L}{3}(?:ها|هم|كم|نا|ني|وا)$|^لل/u;

/** Whether an Arabic word may begin a name behind a cue. */
export function opensArabic({ text }: Token, { kind }: FoundCue): boolean {
  if (NAME_PREFIXES.has(text)) return kind !== 'capital';
  if (isGivenName(text)) {
    return kind === 'maybe' ? !isNoName(text) : kind !== 'address' || !NO_ADDRESS.has(text);
  }
  if (kind === 'sure') return !isNoName(text);
  if (kind === 'capital' || (kind === 'address' && !MAY_BE_CALLED.test(text))) return false;
  if (kind === 'address') return !isNoName(text) && !NOT_CALLED.has(text);
  if (UNITS.has(text) || PAST_OF_HERS.test(text) || WITH_OBJECT.test(text)) return false;
  return !isNoName(text) && (!text.startsWith('ال') || text.endsWith('ي')) && text.length > 2;
}

/** Whether what surrounds cue and name bears an Arabic name out. */
export function isArabicIntroduction(
  passage: Passage,
  cue: FoundCue,
  { start, end }: Candidate,
): boolean {
  const first = passage.tokens[start]?.text ?? '';
  const known = isGivenName(first) || NAME_PREFIXES.has(first);
  if (isOrigin(passage, end)) return true;
  if (cue.kind === 'with you') {
    return (
      (known && !isNameAndWord(first)) ||
      (opensCall(passage, cue.at) && closesName(passage, end - 1))
    );
  }
  if (cue.kind === 'role') return known || isArabicFamilyName(passage.tokens[end - 1]?.text ?? '');
  if (cue.kind === 'maybe') return known && (!isNameAndWord(first) || end - start > 1);
  if (cue.kind === 'address' && !known)
    return passage.tokens[cue.at]?.text === 'يا' && endsPhrase(passage, end - 1);
  if (cue.kind === 'address' || cue.kind === 'capital')
    return known && (endsPhrase(passage, end - 1) || !isNameAndWord(first));
  return known || end - start > 1 || closesName(passage, end - 1);
}

/** "... من شركة", "... من قسم الدعم": a person of some company. */
function isOrigin({ tokens }: Passage, at: number): boolean {
  return tokens[at]?.text === 'من' && ORIGINS.test(tokens[at + 1]?.text ?? '');
}

/** "شركة الاتصالات معك ...": the company comes first. */
function isCompany({ tokens }: Passage, at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ text }) => ORIGINS.test(text));
}

/** "السلام عليكم معك ...": a greeting, a pause or the company comes before. */
function opensCall(passage: Passage, at: number): boolean {
  const before = passage.tokens[at - 1]?.text;
  return (
    before === undefined ||
    OPENS_WITH_YOU.has(before) ||
    beginsPhrase(passage, at) ||
    isCompany(passage, at)
  );
}
