import type { Language } from '../call.ts';
import type { Speaker, Transcript, Turn } from '../transcript.ts';

/** One line of a prompt: a turn, or a part of a long one under the same number. */
export interface TranscriptLine {
  readonly turn: number;
  readonly speaker: Speaker;
  /** What was said, without what a prompt is built of. */
  readonly words: string;
  /** Ends with a line break. */
  readonly text: string;
}

const SPEAKER: Readonly<Record<Language, Readonly<Record<Speaker, string>>>> = {
  en: { agent: 'Agent', customer: 'Customer', unknown: 'Speaker' },
  ar: { agent: 'الموظف', customer: 'العميل', unknown: 'المتحدث' },
};

/** A mono recording can be one turn: in parts, some of it fits where the whole does not. */
const LONGEST_PART = 320;
const PART = new RegExp(`\\S.{0,${LONGEST_PART - 1}}(?=\\s|$)|\\S{1,${LONGEST_PART}}`, 'gu');

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

/** The turns that say something, as lines that hold nothing but words. */
export function linesOf({ turns }: Transcript, language: Language): TranscriptLine[] {
  return turns.flatMap((turn) =>
    partsOf(plain(turn.text)).map((part) => ({
      turn: turn.index,
      speaker: turn.speaker,
      words: part,
      text: `[${turn.index}] ${speakerOf(turn, language)}: ${part}\n`,
    })),
  );
}

const speakerOf = ({ speaker }: Turn, language: Language): string => SPEAKER[language][speaker];

/** Words alone: whatever a caller says, or a recogniser makes of it, stays inside the fence. */
function plain(text: string): string {
  const visible = text.replaceAll(INVISIBLE, '').replaceAll(BREAKS, ' ');
  return visible.replaceAll(MARKUP, ' ').replaceAll(/\s+/gu, ' ').trim();
}

/** In parts that end at a space where there is one. */
const partsOf = (text: string): string[] => text.match(PART) ?? [];
