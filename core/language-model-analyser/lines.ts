import type { Language } from '../call.ts';
import type { Note } from '../tasks/retelling.ts';
import type { ShownTurn } from '../tasks/shown.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Speaker, Transcript, Turn } from '../transcript.ts';
import { plainWords } from './plain-words.ts';

/** One line of a prompt: a turn, or a part of a long one under the same number. */
export interface Line extends ShownTurn {
  readonly turn: number;
  /** As the prompt has it, with its line break; `text` is the words alone. */
  readonly written: string;
}

const SPEAKER: Readonly<Record<Language, Readonly<Record<Speaker, string>>>> = {
  en: { agent: 'Agent', customer: 'Customer', unknown: 'Speaker' },
  ar: { agent: 'الموظف', customer: 'العميل', unknown: 'المتحدث' },
};

/** A mono recording can be one turn: in parts, a window holds some of it. In characters. */
const LONGEST_PART = 320;
const PART = new RegExp(`\\S.{0,${LONGEST_PART - 1}}(?=\\s|$)|\\S{1,${LONGEST_PART}}`, 'gu');

/** The turns that say something, as lines that hold nothing but words. */
export function linesOf({ turns, durationSeconds }: Transcript, language: Language): Line[] {
  return turns.flatMap((turn, at) => {
    const { index, speaker } = turn;
    const position = positionOf(turn, durationSeconds) ?? at / turns.length;
    return partsOf(plainWords(turn.text)).map((text) => {
      const written = `[${index}] ${SPEAKER[language][speaker]}: ${text}\n`;
      return { turn: index, speaker, position, text, written };
    });
  });
}

/** Notes by their place in the list. */
export function linesOfNotes(notes: readonly Note[]): Line[] {
  return notes.flatMap((note, turn) => {
    const text = plainWords(note.text);
    if (text === '') return [];
    const position = turn / notes.length;
    return [{ turn, speaker: 'unknown', position, text, written: `[${turn}] ${text}\n` }];
  });
}

/** By the time of a turn's middle; null where the recogniser gave no times. */
function positionOf({ start, end }: Turn, durationSeconds: number): number | null {
  return durationSeconds > 0 ? (start + end) / 2 / durationSeconds : null;
}

/** Whole sentences together as long as they fit; what is longer ends at a space where there is one. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const piece of sentencesOf(text).flatMap((sentence) => sentence.match(PART) ?? [])) {
    const joined = `${parts.at(-1)} ${piece}`;
    if (parts.length > 0 && joined.length <= LONGEST_PART) parts[parts.length - 1] = joined;
    else parts.push(piece);
  }
  return parts;
}

/** What a prompt with these lines shows. */
export function shownIn(lines: readonly Line[]): ReadonlyMap<number, ShownTurn> {
  const turns = new Map<number, ShownTurn>();
  for (const { turn, speaker, position, text } of lines) {
    const before = turns.get(turn);
    const words = before === undefined ? text : `${before.text} ${text}`;
    turns.set(turn, { speaker, position, text: words });
  }
  return turns;
}
