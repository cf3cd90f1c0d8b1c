/**
 * What prompts are built of: chat markers (`[|AI|]`, `### Response`), tags of the fence, special
 * tokens (`<|endoftext|>`), in the full-width forms too, and the numbers of lines. No speech holds
 * them.
 */
const MARKUP = /[|<>｜＜＞]|[#＃]{2,}|\[(?=\s*\p{Nd})/gu;
/** Between the letters of a marker these would hide it, or turn a line around. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
/** Line breaks, control characters and half characters: a turn never looks like two. */
const BREAKS = /[\p{Zl}\p{Zp}\p{Cc}\p{Cs}]+/gu;

/** Words alone: whatever a caller says, or a model makes of it, stays inside the fence. */
export function plainWords(text: string): string {
  const visible = text.replaceAll(INVISIBLE, '').replaceAll(BREAKS, ' ');
  return visible.replaceAll(MARKUP, ' ').replaceAll(/\s+/gu, ' ').trim();
}
