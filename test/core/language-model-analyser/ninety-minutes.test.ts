import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../core/analysis.ts';
import { languageModelAnalyser } from '../../../core/language-model-analyser/analyser.ts';
import type { Answer } from '../../../core/language-model.ts';
import { seeded } from '../../../core/seeded-random.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import type { Transcript } from '../../../core/transcript.ts';
import { scriptedModel } from '../../support/scripted-language-model.ts';
import { rawTranscript } from '../support/transcripts.ts';

const WORDS = 15_000;
const CPU_MS_OF_A_WINDOW = 50;
const MEGABYTE = 2 ** 20;

const VOCABULARY = {
  en: 'my router is dead since monday and the technician did not come so i want a refund of the last bill please check the account again because nobody called me back about the order number'.split(
    ' ',
  ),
  ar: 'الراوتر ما يشتغل من يوم الاثنين والفني ما وصل وأنا أريد استرجاع المبلغ من الفاتورة الأخيرة ممكن تراجع الحساب مرة ثانية لأن ما حد اتصل بي بخصوص الطلب رقم'.split(
    ' ',
  ),
} as const;

/** What callers say, in an order of its own; the same on every run. */
function call(language: 'en' | 'ar', wordsOfATurn = 20, words = WORDS): Transcript {
  const random = seeded(90);
  const known = VOCABULARY[language];
  const word = (): string => known[Math.floor(random() * known.length)] ?? '';
  const turns = Array.from({ length: words / wordsOfATurn }, (_, at) => ({
    speaker: at % 2 === 0 ? ('agent' as const) : ('customer' as const),
    text: Array.from({ length: wordsOfATurn }, word).join(' '),
  }));
  const talkMetrics = {} as Transcript['talkMetrics'];
  return { ...rawTranscript(turns), language, redacted: true, redactions: {}, talkMetrics };
}

const LABELS = {
  en: { mood: ['positive', 'neutral', 'negative'], end: ['resolved', 'follow-up', 'unclear'] },
  ar: { mood: ['إيجابي', 'محايد', 'سلبي'], end: ['تم الحل', 'متابعة', 'غير واضح'] },
} as const;

const chosen = (labels: readonly string[]): Answer => ({
  label: labels[2] ?? '',
  probabilities: Object.fromEntries(labels.map((label, at) => [label, at === 2 ? 1 : 0])),
});

async function analysed(language: 'en' | 'ar', transcript = call(language)) {
  const { mood, end } = LABELS[language];
  const { model, asked } = scriptedModel(({ lines, branches }) => {
    const [[turn, line] = [0, '']] = lines;
    const text = line.split(' ').slice(1, 9).join(' ').toLowerCase();
    const point = { text, turn };
    return {
      ...Object.fromEntries(
        branches.flatMap(({ name }) =>
          name.startsWith('sentiment') ? [[name, chosen(mood)]] : [],
        ),
      ),
      outcome: chosen(end),
      summary: { value: { text, points: [point] } },
      topics: { value: [{ topic: 'refund', turn }] },
    };
  });
  const analyser = languageModelAnalyser(model, DEFAULT_SETTINGS);
  const before = { cpu: process.cpuUsage(), heap: process.memoryUsage().heapUsed };
  const analysis = await analyser.analyse(transcript);
  const { user, system } = process.cpuUsage(before.cpu);
  const windows = asked.filter(({ isNotes }) => !isNotes);
  return {
    analysis,
    transcript,
    windows,
    cpuOfAWindow: (user + system) / 1000 / asked.length,
    megabytes: (process.memoryUsage().heapUsed - before.heap) / MEGABYTE,
  };
}

describe.each(['en', 'ar'] as const)('a call of ninety minutes (15,000 words, %s)', (language) => {
  it('is analysed completely', async () => {
    const { analysis, transcript, windows } = await analysed(language);
    const shown = new Set(windows.flatMap(({ lines }) => [...lines.keys()]));
    expect(shown).toEqual(new Set(transcript.turns.map(({ index }) => index)));
    for (const { text, index } of transcript.turns) {
      const window = windows.find(({ lines }) => lines.has(index));
      expect(window?.lines.get(index)).toContain(text);
    }
    expect(Analysis.shape.sentiment.parse(analysis.sentiment)).toMatchObject({
      label: 'negative',
      trend: [-1, -1, -1, -1],
    });
    expect(analysis).toMatchObject({
      outcome: { label: 'unknown' },
      summary: { language },
      topics: [{ label: 'refund' }],
    });
  });

  it('costs little CPU a window of our own, and memory in proportion to its text', async () => {
    await analysed(language);
    const { cpuOfAWindow, megabytes } = await analysed(language);
    expect(cpuOfAWindow).toBeLessThan(CPU_MS_OF_A_WINDOW);
    expect(megabytes).toBeLessThan(64);
  });
});

describe('a call of 20,000 turns', () => {
  it('is shown to the model from the first to the last', async () => {
    const { analysis, windows } = await analysed('en', call('en', 2, 40_000));
    const shown = new Set(windows.flatMap(({ lines }) => [...lines.keys()]));
    expect(shown.size).toBe(20_000);
    expect(analysis).toMatchObject({ topics: [{ label: 'refund' }], summary: { language: 'en' } });
  });
});
