import {
  ADJECTIVES,
  AFTER_PAST_TENSE,
  DOUBLE_SUFFIXES,
  IRREGULAR,
  PLURALS,
  SINGLE_SUFFIXES,
  type SuffixRule,
} from './porter-rules.ts';

/**
 * The stem of a lower-case word by Porter's algorithm (Porter 1980) with the departures that NLTK's
 * PorterStemmer makes by default, as Google's `rouge_score` uses it. Equal to NLTK 3.8.
 */
export function porterStem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 2) return word;
  let stem = lastY(pastTense(plural(word)));
  stem = adjective(doubleSuffix(stem));
  return doubleL(finalE(singleSuffix(stem)));
}

function plural(word: string): string {
  // "dies" is "die", but "flies" is "fli".
  if (word.endsWith('ies') && word.length === 4) return word.slice(0, -1);
  return applyFirst(word, PLURALS, () => true);
}

function pastTense(word: string): string {
  if (word.endsWith('ied')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find(
    (suffix) => word.endsWith(suffix) && hasVowel(word.slice(0, -suffix.length)),
  );
  return suffix === undefined ? word : repaired(word.slice(0, -suffix.length));
}

/** "hopp" is "hop", "fil" is "file". */
function repaired(stem: string): string {
  const rule = AFTER_PAST_TENSE.find(({ suffix }) => stem.endsWith(suffix));
  if (rule !== undefined) return replace(stem, rule);
  if (endsDoubleConsonant(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function lastY(word: string): string {
  const consonantBefore = word.length > 2 && shapeOf(word.slice(0, -1)).endsWith('c');
  return word.endsWith('y') && consonantBefore ? `${word.slice(0, -1)}i` : word;
}

function doubleSuffix(word: string): string {
  if (word.endsWith('alli') && measure(word.slice(0, -4)) > 0) {
    return doubleSuffix(word.slice(0, -2));
  }
  const stem = applyFirst(word, DOUBLE_SUFFIXES, (stem) => measure(stem) > 0);
  // The "l" counts for the stem here, so that "geologi" has one to stand on.
  if (stem === word && word.endsWith('logi') && measure(word.slice(0, -3)) > 0) {
    return word.slice(0, -1);
  }
  return stem;
}

function adjective(word: string): string {
  return applyFirst(word, ADJECTIVES, (stem) => measure(stem) > 0);
}

function singleSuffix(word: string): string {
  return applyFirst(
    word,
    SINGLE_SUFFIXES,
    (stem, suffix) => measure(stem) > 1 && (suffix !== 'ion' || /[st]$/.test(stem)),
  );
}

function finalE(word: string): string {
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  const groups = measure(stem);
  return groups > 1 || (groups === 1 && !endsShort(stem)) ? stem : word;
}

function doubleL(word: string): string {
  return word.endsWith('ll') && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word;
}

/** Only the first rule whose suffix fits is tried. */
function applyFirst(
  word: string,
  rules: readonly SuffixRule[],
  holds: (stem: string, suffix: string) => boolean,
): string {
  const rule = rules.find(({ suffix }) => word.endsWith(suffix));
  if (rule === undefined) return word;
  return holds(word.slice(0, -rule.suffix.length), rule.suffix) ? replace(word, rule) : word;
}

function replace(word: string, { suffix, replacement }: SuffixRule): string {
  return word.slice(0, -suffix.length) + replacement;
}

/** A word as consonants and vowels; "y" is a vowel after a consonant. */
function shapeOf(word: string): string {
  let shape = '';
  for (const letter of word) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && shape.endsWith('c'));
    shape += isVowel ? 'v' : 'c';
  }
  return shape;
}

/** Porter's m: how many times a consonant follows a vowel. */
function measure(stem: string): number {
  return shapeOf(stem).split('vc').length - 1;
}

function hasVowel(stem: string): boolean {
  return shapeOf(stem).includes('v');
}

function endsDoubleConsonant(word: string): boolean {
  return word.length >= 2 && word.at(-1) === word.at(-2) && shapeOf(word).endsWith('c');
}

/** Porter's *o, and NLTK's own: a word of one vowel and one consonant. */
function endsShort(word: string): boolean {
  const shape = shapeOf(word);
  return (shape.endsWith('cvc') && !/[wxy]$/.test(word)) || shape === 'vc';
}
