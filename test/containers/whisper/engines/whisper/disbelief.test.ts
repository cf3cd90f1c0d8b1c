import { describe, expect, it } from 'vitest';
import {
  sceptic,
  type Doubted,
} from '../../../../../containers/whisper/src/engines/whisper/disbelief.ts';
import { aSegment } from './a-segment.ts';

const reason = ({ noSpeechProbability = null, ...given }: Partial<Doubted>) =>
  sceptic().reasonAgainst({ ...aSegment(given), noSpeechProbability });

describe('what Whisper claims', () => {
  it.each([
    'i would like to pay my bill of one hundred and twenty dinars please',
    'thank you',
    'okay okay okay',
    'شكرا جزيلا على المساعدة',
    'لا لا لا ما وصلتني الفاتورة',
  ])('is believed when people say such things: %s', (text) => {
    expect(reason({ text })).toBeUndefined();
  });

  it('is not believed in silence, unless Whisper is sure of the words', () => {
    expect(reason({ noSpeechProbability: 0.9, logProbability: -1.4 })).toBe('no-speech');
    expect(reason({ noSpeechProbability: 0.9, logProbability: -0.3 })).toBeUndefined();
    expect(reason({ noSpeechProbability: 0.1, logProbability: -1.4 })).toBeUndefined();
    expect(reason({ noSpeechProbability: null, logProbability: -1.4 })).toBeUndefined();
  });

  it('is not believed when it is a guess among thousands', () => {
    expect(reason({ logProbability: -2.5 })).toBe('unlikely');
  });

  it.each(['Thanks for watching!', 'اشتركوا في القناة', 'اشتركوا فى القناه.', 'ترجمة: نانسي قنقر'])(
    'is not believed when it is a caption of videos: %s',
    (text) => {
      expect(reason({ text })).toBe('known-phrase');
    },
  );

  it('is not believed when it runs in circles', () => {
    expect(reason({ text: 'i do not know '.repeat(20), start: 0, end: 25 })).toBe('repetitive');
    expect(reason({ text: 'الله الله '.repeat(30), start: 0, end: 25 })).toBe('repetitive');
  });

  it('is not believed when nobody can speak so fast', () => {
    const text = 'one two three four five six seven eight nine ten';
    expect(reason({ text, start: 3, end: 4 })).toBe('too-fast');
    expect(reason({ text, start: 3, end: 5 })).toBeUndefined();
  });

  it('is not believed from the third time in a row on, whatever its punctuation', () => {
    const doubts = sceptic();
    const reasons = ['I am here.', 'i am here', 'I am here!', 'Yes I am', 'I am here'].map((text) =>
      doubts.reasonAgainst({ ...aSegment({ text }), noSpeechProbability: null }),
    );
    expect(reasons).toEqual([undefined, undefined, 'repeated', undefined, undefined]);
  });
});
