/** What a stem must be for a rule to apply: how many vowel-consonant groups it must have more than. */
export interface SuffixRule {
  readonly suffix: string;
  readonly replacement: string;
}

const rules = (table: string): SuffixRule[] =>
  table
    .trim()
    .split(/\s+/)
    .map((rule) => {
      const [suffix = '', replacement = ''] = rule.split('>');
      return { suffix, replacement };
    });

/** Words whose stem NLTK gives whole. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['sky', 'sky'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['innings', 'inning'],
  ['inning', 'inning'],
  ['outings', 'outing'],
  ['outing', 'outing'],
  ['cannings', 'canning'],
  ['canning', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
]);

export const PLURALS = rules('sses>ss ies>i ss>ss s>');

/** What an "ed" or "ing" that came off leaves to be put right. */
export const AFTER_PAST_TENSE = rules('at>ate bl>ble iz>ize');

/** Double suffixes; each needs one vowel-consonant group before it. The order decides. */
export const DOUBLE_SUFFIXES = rules(`
  ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous
  ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive
  biliti>ble fulli>ful`);

export const ADJECTIVES = rules('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>');

/** Single suffixes; each needs two vowel-consonant groups before it. */
export const SINGLE_SUFFIXES = rules(`
  al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ion> ou> ism> ate> iti> ous> ive> ize>`);
