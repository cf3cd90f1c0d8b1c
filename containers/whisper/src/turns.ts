import type { TranscriptionJob } from '../../../core/job.ts';
import type { Speaker, Turn, Word } from '../../../core/transcript.ts';
import type { RecognisedSegment } from './engines/engine.ts';

/** A speaker who is silent for longer has finished; pauses within a sentence are shorter. */
const LONGEST_PAUSE_SECONDS = 1;

/** On one channel the next speaker ends a pause, mostly within half a second. */
const LONGEST_PAUSE_ALONE_SECONDS = 0.4;

type AgentChannel = TranscriptionJob['hints']['agentChannel'];
type SpokenWord = Word & Pick<Turn, 'channel' | 'language'>;
type OpenTurn = Pick<Turn, 'channel' | 'language'> & { words: Word[]; end: number };

/**
 * Words of all channels as turns in the order in which they start. A turn ends with a pause, or
 * where the other speaker says something in between; people who talk at once have a turn each.
 * @param agentChannel null means left, the recorders' habit; one channel alone tells nobody apart
 */
export function turnsOf(
  segments: readonly RecognisedSegment[],
  { channels, agentChannel }: { channels: number; agentChannel: AgentChannel },
): Turn[] {
  const pause = channels === 1 ? LONGEST_PAUSE_ALONE_SECONDS : LONGEST_PAUSE_SECONDS;
  return gathered(wordsOf(segments), pause)
    .map(({ channel, language, words }) => ({
      channel,
      speaker: speakerOf(channel, channels, agentChannel),
      ...spanOf(words),
      text: words.map(({ text }) => text).join(' '),
      language,
      confidence: meanConfidence(words),
      words,
    }))
    .sort((one, other) => one.start - other.start || one.channel - other.channel)
    .map((turn, index) => ({ index, ...turn }));
}

function wordsOf(segments: readonly RecognisedSegment[]): SpokenWord[] {
  return segments
    .flatMap(({ channel, language, words }) =>
      words.map((word) => Object.assign({}, word, { channel, language })),
    )
    .sort((one, other) => one.start - other.start || one.channel - other.channel);
}

function gathered(words: readonly SpokenWord[], longestPause: number): OpenTurn[] {
  const turns: OpenTurn[] = [];
  const open = new Map<number, OpenTurn>();
  words.forEach((word, at) => {
    const { channel, language, ...spoken } = word;
    const turn = open.get(channel);
    if (turn !== undefined && goesOn(turn, word, between(turn, words, at), longestPause)) {
      turn.words.push(spoken);
      turn.end = Math.max(turn.end, word.end);
    } else {
      const begun = { channel, language, words: [spoken], end: word.end };
      open.set(channel, begun);
      turns.push(begun);
    }
  });
  return turns;
}

/** Words before `at` that start when the turn has fallen silent. */
function between(turn: OpenTurn, words: readonly SpokenWord[], at: number): SpokenWord[] {
  let first = at;
  while (first > 0 && (words[first - 1]?.start ?? -1) >= turn.end) first--;
  return words.slice(first, at);
}

function goesOn(
  turn: OpenTurn,
  word: SpokenWord,
  meanwhile: readonly SpokenWord[],
  longestPause: number,
): boolean {
  if (word.language !== turn.language) return false;
  if (word.start - turn.end > longestPause) return false;
  return !meanwhile.some(({ channel, end }) => channel !== turn.channel && end <= word.start);
}

function speakerOf(channel: number, channels: number, agentChannel: AgentChannel): Speaker {
  if (channels === 1) return 'unknown';
  return channel === (agentChannel === 'right' ? 1 : 0) ? 'agent' : 'customer';
}

function spanOf(words: readonly Word[]): { start: number; end: number } {
  return {
    start: Math.min(...words.map(({ start }) => start)),
    end: Math.max(...words.map(({ end }) => end)),
  };
}

/** Null where the engine gives none for any word. */
function meanConfidence(words: readonly Word[]): number | null {
  const known = words.flatMap(({ confidence }) => confidence ?? []);
  if (known.length === 0) return null;
  return known.reduce((sum, confidence) => sum + confidence, 0) / known.length;
}
