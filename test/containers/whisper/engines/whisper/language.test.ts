import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../../core/call.ts';
import type {
  Heard,
  Inference,
} from '../../../../../containers/whisper/src/engines/whisper/inference.ts';
import { LanguageFollower } from '../../../../../containers/whisper/src/engines/whisper/language.ts';
import { aSegment } from './a-segment.ts';

const { signal } = new AbortController();
const A_CHUNK = Buffer.alloc(0);

/** Hears chunks whose language is known; what is heard in the wrong one is unsure. */
class Bilingual implements Inference {
  readonly asked: string[] = [];
  readonly #spoken: readonly Language[];
  #share: number;

  constructor(spoken: readonly Language[], share = 0.95) {
    this.#spoken = spoken;
    this.#share = share;
  }

  async hear(_: Buffer, { language }: Parameters<Inference['hear']>[1]): Promise<Heard> {
    const spoken = this.#spoken[this.at] ?? 'en';
    this.asked.push(`${this.at}:${language}`);
    const other = 1 - this.#share;
    const languages = { en: other, ar: other, [spoken]: this.#share };
    const isRight = language === 'auto' || language === spoken;
    return {
      language: language === 'auto' ? spoken : language,
      segments: [aSegment({ logProbability: isRight ? -0.3 : -1.3 })],
      detected: language === 'auto' ? { languages, noSpeechProbability: 0.2 } : null,
    };
  }

  at = 0;
}

async function followed(inference: Bilingual, chunks: number, hint: Language | null) {
  const follower = new LanguageFollower(inference, hint);
  const languages: Language[] = [];
  for (inference.at = 0; inference.at < chunks; inference.at++) {
    languages.push((await follower.hear(A_CHUNK, signal)).language);
  }
  return languages;
}

describe('the language of a channel', () => {
  it('is what the recorder says, without a question', async () => {
    const inference = new Bilingual(['ar', 'ar']);
    expect(await followed(inference, 2, 'ar')).toEqual(['ar', 'ar']);
    expect(inference.asked).toEqual(['0:ar', '1:ar']);
  });

  it('is detected in the first chunk, and asked no more when that was clear', async () => {
    const inference = new Bilingual(['ar', 'ar', 'ar']);
    expect(await followed(inference, 3, null)).toEqual(['ar', 'ar', 'ar']);
    expect(inference.asked).toEqual(['0:auto', '1:ar', '2:ar']);
  });

  it('is detected again in the next chunks while it is unclear, three at most', async () => {
    const inference = new Bilingual(['en', 'en', 'en', 'en'], 0.6);
    await followed(inference, 4, null);
    expect(inference.asked).toEqual(['0:auto', '1:auto', '2:auto', '3:en']);
  });

  it.each([null, 'en'] as const)(
    'changes in mid-call with the caller, and back (hint: %s)',
    async (hint) => {
      const spoken = ['en', 'en', 'ar', 'ar', 'en'] as const;
      expect(await followed(new Bilingual(spoken), 5, hint)).toEqual(spoken);
    },
  );

  it('stays what it was where the words are unsure in the other language too', async () => {
    const inference = new Bilingual(['en'], 0.7);
    const follower = new LanguageFollower(inference, 'ar');
    const heard = await follower.hear(A_CHUNK, signal);
    expect(heard).toMatchObject({ language: 'ar', noSpeechProbability: 0.2 });
    expect(inference.asked).toEqual(['0:ar', '0:auto']);
  });

  it('is the likelier of the two where Whisper believes in a third', async () => {
    const asked: string[] = [];
    const inference: Inference = {
      async hear(_, { language }) {
        asked.push(language);
        const languages = { en: 0.01, ar: 0.1 };
        const detected = language === 'auto' ? { languages, noSpeechProbability: 0 } : null;
        return { language: language === 'auto' ? null : language, segments: [], detected };
      },
    };
    const follower = new LanguageFollower(inference, null);
    expect((await follower.hear(A_CHUNK, signal)).language).toBe('ar');
    expect(asked).toEqual(['auto', 'ar']);
  });

  it('goes on where another worker left it', async () => {
    const inference = new Bilingual(['ar']);
    const follower = new LanguageFollower(inference, null);
    follower.resume('ar');
    await follower.hear(A_CHUNK, signal);
    expect(inference.asked).toEqual(['0:ar']);
  });
});
