/**
 * What Arabic writes before a verb for who does it and when, in Standard Arabic and the dialects; the
 * "b" of "is doing" comes off with the prepositions. "I" and "we" stay away: with their letters too many
 * other words begin (اعتبار, اندماج), and reports do not say them.
 */
const BEGINNINGS = ['', 'ي', 'ت', 'هي', 'هت', 'سي', 'ست', 'حي', 'حت'];
const PLUS = /\+(\S+)/u;
/** Shorter stems begin too many other words. */
const SHORTEST_OPEN_STEM = 3;

/** All phrases that a phrase with pluses stands for: "+شكر" is يشكر, تشكرون, ستشكر and so on. */
export function conjugated(phrase: string): string[] {
  const [verb, stem = ''] = PLUS.exec(phrase) ?? [];
  if (verb === undefined) return [phrase];
  const ending = stem.length < SHORTEST_OPEN_STEM || stem.endsWith('*') ? '' : '*';
  return BEGINNINGS.flatMap((beginning) =>
    conjugated(phrase.replace(verb, beginning + stem + ending)),
  );
}
