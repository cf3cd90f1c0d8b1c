import { describe, expect, it } from 'vitest';
import { heardIn } from '../../../../../containers/whisper/src/engines/whisper/inference.ts';

const TOKEN = { word: ' hello', start: 0, end: 1, t_dtw: -1, probability: 0.9 };
const SEGMENT = {
  id: 0,
  text: ' hello',
  start: 0,
  end: 1,
  tokens: [1],
  words: [TOKEN],
  temperature: 0,
  avg_logprob: -0.1,
  no_speech_prob: 0.3,
};

const answer = (segment: object = {}, rest: object = {}): string =>
  JSON.stringify({ language: 'english', segments: [{ ...SEGMENT, ...segment }], ...rest });

describe("the server's answer", () => {
  it('tells of silence only where the language was detected', () => {
    const languages = { language_probabilities: { en: 0.9, fr: 0.05 } };
    expect(heardIn(answer()).detected).toBeNull();
    expect(heardIn(answer({}, languages)).detected).toEqual({
      languages: { en: 0.9, ar: 0 },
      noSpeechProbability: 0.3,
    });
  });

  it('may hold what is no number: words without a likelihood are unlikely', () => {
    const [heard] = heardIn(answer({ avg_logprob: null, no_speech_prob: null })).segments;
    expect(heard?.logProbability).toBe(-Infinity);
    const empty = { avg_logprob: null, no_speech_prob: null, text: '', words: undefined };
    expect(heardIn(answer(empty)).segments[0]?.logProbability).toBe(0);
  });

  it('may be in a language that is neither', () => {
    expect(heardIn(answer({}, { language: 'french' })).language).toBeNull();
  });

  it.each([
    ['{}', 'segments'],
    ['Internal Server Error', 'JSON'],
    [answer({ start: 'soon' }), 'start'],
  ])('is refused when it is something else: %s', (text, why) => {
    expect(() => heardIn(text)).toThrow(why);
  });
});
