import { describe, expect, it } from 'vitest';
import {
  Malformed,
  ModelBusy,
  ModelFailed,
  ModelHasNoCapacity,
  PromptTooLong,
} from '../../../core/errors.ts';
import { languageModelAnalyser } from '../../../core/language-model-analyser/analyser.ts';
import { AnswerRequest, type Answer, type BranchErrorCode } from '../../../core/language-model.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import {
  MODEL,
  scriptedModel,
  tokensOfRequest,
  type Script,
} from '../../support/scripted-language-model.ts';
import { GOOD, transcriptOf } from './support.ts';

const SHORT = transcriptOf(`
  A: how can I help?
  C: my router is dead since Monday
  A: a technician comes next Monday
`);
const LONG = transcriptOf(
  Array.from({ length: 300 }, () => ({
    text: 'some words that are said at about the same length by everybody',
  })),
);
const WELL: Script = () => ({ ...GOOD, summary: { value: { text: 'A call.', points: [] } } });

const failed = (code: BranchErrorCode): Answer => ({ error: { code, message: 'no' } });

function analyse(script: Script, transcript = SHORT, contextTokens = MODEL.contextTokens) {
  const { model, asked } = scriptedModel(script, contextTokens);
  const analysis = languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(transcript);
  return { analysis, asked };
}

describe('a question that fails', () => {
  it.each<BranchErrorCode>(['DEADLINE_EXCEEDED', 'INTERNAL'])(
    'with %s is asked again, alone, and its answer counts',
    async (code) => {
      const script: Script = ({ at }) => (at === 0 ? { ...GOOD, outcome: failed(code) } : GOOD);
      const { analysis, asked } = analyse(script);
      expect(await analysis).toMatchObject({ outcome: { label: 'follow_up_needed' } });
      expect(asked.map(({ branches }) => branches.map(({ name }) => name)).slice(1)).toEqual([
        ['outcome'],
      ]);
      expect(asked[1]?.prefix).toBe(asked[0]?.prefix);
    },
  );

  it('again leaves its task unavailable with the reason, and no other', async () => {
    const { analysis, asked } = analyse(() => ({ ...GOOD, outcome: failed('INTERNAL') }));
    expect(await analysis).toMatchObject({
      sentiment: { label: 'negative' },
      outcome: { unavailable: 'INTERNAL' },
      summary: { language: 'en' },
    });
    expect(asked).toHaveLength(2);
  });

  it.each<BranchErrorCode>(['SCHEMA_UNSUPPORTED', 'PROMPT_TOO_LONG', 'MAX_TOKENS_TOO_LOW'])(
    'for good, with %s, is not asked again',
    async (code) => {
      const { analysis, asked } = analyse(() => ({ ...GOOD, topics: failed(code) }));
      expect(await analysis).toMatchObject({ topics: { unavailable: code } });
      expect(asked).toHaveLength(1);
    },
  );

  it('is asked as often as a slow endpoint answers more of them', async () => {
    const { analysis, asked } = analyse(({ branches }) => {
      const [first = '', ...others] = branches.map(({ name }) => name);
      const late = others.map((name) => [name, failed('DEADLINE_EXCEEDED')] as const);
      return { [first]: GOOD[first] ?? failed('SCHEMA_UNSUPPORTED'), ...Object.fromEntries(late) };
    });
    expect(await analysis).toMatchObject({
      sentiment: { label: 'negative' },
      outcome: { label: 'follow_up_needed' },
      topics: [{ label: 'technical_support' }],
    });
    expect(asked).toHaveLength(asked[0]?.branches.length ?? 0);
  });
});

describe('a window that fails', () => {
  it.each([
    ['a fault of the model', () => new ModelFailed('INTERNAL')],
    ['an answer that is none', () => new Malformed('model answer', 'answers invalid_type')],
  ])('with %s is asked again once', async (_what, error) => {
    const { analysis, asked } = analyse((asking) => {
      if (asking.at === 0) throw error();
      return GOOD;
    });
    expect(await analysis).toMatchObject({ sentiment: { label: 'negative' } });
    expect(asked.map(({ prefix }) => prefix === asked[0]?.prefix)).toEqual([true, true]);
  });

  it('leaves no task that needs it, but those that do not', async () => {
    const { analysis } = analyse((asking) => {
      if (asking.lines.has(0)) throw new ModelFailed('INTERNAL');
      return WELL(asking);
    }, LONG);
    expect(await analysis).toMatchObject({
      sentiment: { unavailable: 'INTERNAL' },
      summary: { unavailable: 'INTERNAL' },
      outcome: { label: 'follow_up_needed' },
    });
  });

  it('at the end leaves the outcome unknown to us', async () => {
    const { analysis } = analyse((asking) => {
      const isLast = asking.lines.has(299);
      return { ...WELL(asking), ...(isLast && { outcome: failed('INTERNAL') }) };
    }, LONG);
    expect(await analysis).toMatchObject({ outcome: { unavailable: 'INTERNAL' } });
  });

  it('is a failed analysis when all of them do', async () => {
    const { analysis } = analyse(() => {
      throw new ModelFailed(500);
    }, LONG);
    await expect(analysis).rejects.toMatchObject({
      name: 'ANALYSIS_FAILED',
      message: expect.stringMatching(/^INTERNAL(, INTERNAL)+$/) as string,
    });
  });

  it('with answers of no use is left out while most are of use', async () => {
    const nonsense: Answer = { label: 'happy', probabilities: {} };
    const wrongIn = (windows: (at: number) => boolean) =>
      analyse(
        (asking) => ({ ...WELL(asking), ...(windows(asking.at) && { sentiment: nonsense }) }),
        LONG,
      ).analysis;
    expect(await wrongIn((at) => at === 1)).toMatchObject({ sentiment: { label: 'negative' } });
    expect(await wrongIn((at) => at !== 1)).toMatchObject({
      sentiment: { unavailable: 'INVALID_ANSWER' },
    });
  });
});

describe('an endpoint', () => {
  it.each([
    ['that is busy', () => new ModelBusy('the container answered 503')],
    ['at zero copies', () => new ModelHasNoCapacity('no copy')],
  ])('%s is the matter of the state machine, in the middle of a call too', async (_what, error) => {
    const { analysis, asked } = analyse((asking) => {
      if (asking.at === 2) throw error();
      return WELL(asking);
    }, LONG);
    await expect(analysis).rejects.toMatchObject({ name: error().name });
    expect(asked).toHaveLength(3);
  });

  it('that finds a prompt too long is asked in smaller windows, all anew', async () => {
    const { analysis, asked } = analyse((asking) => {
      if (tokensOfRequest(asking) > 1500) {
        throw new PromptTooLong(tokensOfRequest(asking) - 1500);
      }
      return WELL(asking);
    }, LONG);
    await analysis;
    const shown = asked.slice(1).flatMap(({ lines }) => [...lines.keys()]);
    expect(new Set(shown).size).toBe(300);
  });

  it('that finds every prompt too long is not asked for ever', async () => {
    const { analysis, asked } = analyse(() => {
      throw new PromptTooLong(300);
    }, LONG);
    await expect(analysis).rejects.toThrow(PromptTooLong);
    expect(asked).toHaveLength(3);
  });

  it('whose context has no room for a line is not asked', async () => {
    const { analysis, asked } = analyse(WELL, LONG, 450);
    await expect(analysis).rejects.toMatchObject({ name: 'ANALYSIS_FAILED' });
    expect(asked).toEqual([]);
  });

  it('takes so many questions at a time: more go in further requests', async () => {
    const questions = DEFAULT_SETTINGS.scorecard.questions
      .slice(0, 1)
      .flatMap((question) =>
        Array.from({ length: 200 }, (_, at) => ({ ...question, id: `question_${at}` })),
      );
    const settings = { ...DEFAULT_SETTINGS, scorecard: { questions } };
    const { model, asked } = scriptedModel(() => GOOD);
    await languageModelAnalyser(model, settings).analyse(SHORT);
    const names = asked.flatMap(({ branches }) => branches.map(({ name }) => name));
    expect(names.filter((name) => name.startsWith('scorecard'))).toHaveLength(40);
    expect(new Set(names).size).toBe(names.length);
    for (const { request } of asked) expect(AnswerRequest.safeParse(request).success).toBe(true);
  });
});
