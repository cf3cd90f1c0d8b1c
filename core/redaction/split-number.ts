import { wordSet } from '../text/words/list.ts';
import type { Speaker } from '../transcript.ts';
import { isCardNumber } from './card.ts';
import type { RedactionKind } from './kinds.ts';
import { isNationalId } from './national-id.ts';
import type { Passage } from './passage.ts';
import { isQuantity } from './quantity.ts';
import type { Span } from './span.ts';
import { singleDigit } from './spoken-digits.ts';

interface SpokenTurn {
  readonly speaker: Speaker;
  readonly passage: Passage;
}

/** Digits at one end of a turn. */
interface Piece {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Nothing but digits and pauses: the number may go on in the next turn. */
  readonly whole: boolean;
}

const FILLERS = wordSet(`
  yes yeah ok okay so and then um uh er its it's it is that's that next after the number first last zero's
  و ثم بعدين وبعدين اه ايوه أيوه نعم طيب تمام هو هي بعدها وبعدها يعني اوكي
`);
const FEWEST_DIGITS = 9;
/** Between the pieces the other side only listens, or says them after. */
const LONGEST_LISTENING = 6;
/** A card has four groups; nobody reads a number out in more parts than it has digits. */
const MOST_PIECES = 19;

/** Numbers that one side says in parts over several turns: spans of those turns, by turn. */
export function splitNumbers(turns: readonly SpokenTurn[]): ReadonlyMap<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const chain of chainsOf(turns)) {
    for (const { piece, kind } of numberIn(chain)) {
      const { start, end } = piece;
      spans.set(piece.turn, [...(spans.get(piece.turn) ?? []), { start, end, kind }]);
    }
  }
  return spans;
}

/** Rows of pieces: a side's own, and what the other side says after it. */
function chainsOf(turns: readonly SpokenTurn[]): Piece[][] {
  const chains: Piece[][] = [];
  const open = new Map<Speaker, Piece[]>();
  for (const [at, { speaker, passage }] of turns.entries()) {
    for (const [other, chain] of open) {
      if (other !== speaker && !isListening(passage)) close(chains, open, other, chain);
    }
    const chain = open.get(speaker) ?? [];
    const head = pieceAtStart(passage, at);
    if (chain.length > 0 && head !== null && chain.length < MOST_PIECES) {
      chain.push(head);
      if (!head.whole) close(chains, open, speaker, chain);
      continue;
    }
    close(chains, open, speaker, chain);
    const tail = pieceAtEnd(passage, at);
    if (tail !== null) open.set(speaker, [tail]);
  }
  return [...chains, ...open.values()].filter((chain) => chain.length > 1);
}

function close(
  chains: Piece[][],
  open: Map<Speaker, Piece[]>,
  speaker: Speaker,
  chain: Piece[],
): void {
  chains.push(chain);
  open.delete(speaker);
}

const isListening = (passage: Passage): boolean =>
  (!/[?؟]/u.test(passage.folded.text) && passage.tokens.length <= LONGEST_LISTENING) ||
  pieceAtEnd(passage, 0)?.whole === true;

function pieceAtEnd(passage: Passage, turn: number): Piece | null {
  let from = passage.tokens.length;
  while (from > 0 && isPart(passage, from - 1)) from--;
  return pieceOf(passage, turn, from, passage.tokens.length, from === 0);
}

function pieceAtStart(passage: Passage, turn: number): Piece | null {
  let to = 0;
  while (isPart(passage, to)) to++;
  return pieceOf(passage, turn, 0, to, to === passage.tokens.length);
}

function isPart(passage: Passage, at: number): boolean {
  const text = passage.tokens[at]?.text;
  return text !== undefined && (digitsOf(text) !== '' || FILLERS.has(text));
}

const digitsOf = (text: string): string =>
  /^\d{1,19}$/.test(text) ? text : (singleDigit(text) ?? '');

function pieceOf(
  passage: Passage,
  turn: number,
  from: number,
  to: number,
  whole: boolean,
): Piece | null {
  const tokens = passage.tokens.slice(from, to);
  const first = tokens.findIndex(({ text }) => digitsOf(text) !== '');
  const last = tokens.findLastIndex(({ text }) => digitsOf(text) !== '');
  const [start, end] = [tokens[first]?.start, tokens[last]?.end];
  if (start === undefined || end === undefined) return null;
  if (isQuantity(passage, from + first, from + last)) return null;
  return { turn, start, end, digits: tokens.map(({ text }) => digitsOf(text)).join(''), whole };
}

/** The pieces that make up a number, under its kind. */
function numberIn(chain: readonly Piece[]): { piece: Piece; kind: RedactionKind }[] {
  for (let from = 0; from < chain.length; from++) {
    for (let to = chain.length; to > from + 1; to--) {
      const pieces = chain.slice(from, to);
      const kind = checkedKind(pieces.map(({ digits }) => digits).join(''));
      if (kind !== null) return pieces.map((piece) => ({ piece, kind }));
    }
  }
  return isLongNumber(chain) ? chain.map((piece) => ({ piece, kind: 'NUMBER' })) : [];
}

function checkedKind(digits: string): RedactionKind | null {
  if (isNationalId(digits)) return 'NATIONAL_ID';
  return isCardNumber(digits) ? 'CARD' : null;
}

/** "2019" and "2021" in two turns are years; "2" and "3" are counts. */
function isLongNumber(chain: readonly Piece[]): boolean {
  const length = chain.reduce((sum, { digits }) => sum + digits.length, 0);
  return (
    length >= FEWEST_DIGITS &&
    chain.every(
      ({ digits, whole }, at) => digits.length >= 2 && (whole || at === chain.length - 1),
    ) &&
    !chain.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))
  );
}
