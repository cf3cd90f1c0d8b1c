import * as z from 'zod';
import { outcomeOf } from '../baseline/outcome.ts';
import { summaryOf } from '../baseline/summary.ts';
import { Language } from '../call.ts';
import type { Settings } from '../settings/settings.ts';
import { writtenIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import { isGrounded } from './grounding.ts';
import { usable } from './parts.ts';
import type { Wording, Writing } from './question.ts';
import { citedTurn, saidIn, type Shown } from './shown.ts';
import type { Task } from './task.ts';
import { isUnavailable, UNSUPPORTED, type Unavailable } from './unavailable.ts';
import { united } from './united.ts';
import { flawOf } from './written-text.ts';

export const Summary = z.object({
  text: z.string(),
  language: Language,
  points: z.array(z.object({ text: z.string(), evidence: Evidence.min(1) })),
});
export type Summary = z.infer<typeof Summary>;

interface Written {
  text: string;
  points: { text: string; turn: number }[];
}

/** Each language as a sentence of each says it. */
const IN: Readonly<Record<Language, Wording>> = {
  en: { en: 'in English', ar: 'باللغة الإنجليزية' },
  ar: { en: 'in Arabic', ar: 'باللغة العربية' },
};

function questionOf(language: Language): Writing<Written> {
  return {
    question: {
      en: `Summarise the call ${IN[language].en}: in one or two sentences what the customer wanted and how it ended, then up to three points, each with the number of the line that shows it. Say only what was said. Answer as JSON with "text" and "points", each point with "text" and "turn".`,
      ar: `لخص المكالمة ${IN[language].ar}: في جملة أو جملتين ماذا أراد العميل وكيف انتهت المكالمة، ثم ثلاث نقاط على الأكثر مع رقم السطر الذي يثبت كل نقطة. اذكر ما قيل فقط. أجب بصيغة JSON فيها "text" و"points"، ولكل نقطة "text" و"turn".`,
    },
    schema: (shown) =>
      z.object({
        text: z.string().max(300),
        points: z.array(z.object({ text: z.string().max(120), turn: citedTurn(shown) })).max(3),
      }),
    maxTokens: 224,
  };
}

const languageOf = ({ summary }: Settings, shown: Shown): Language =>
  summary.language === 'call' ? shown.language : summary.language;

/** What the customer wanted and how it ended, in points that turns show. */
export const summary: Task<Summary> = {
  result: Summary,
  side: () => 'both',
  questions: (settings, shown) => ({ summary: questionOf(languageOf(settings, shown)) }),
  read(answers, shown, settings) {
    const language = languageOf(settings, shown);
    const written = writtenIn(questionOf(language), answers['summary'], shown);
    if (isUnavailable(written)) return written;
    return flawOf(written.text, language) ?? checked(written, language, shown);
  },
  combine(parts) {
    const valued = usable(parts);
    if (isUnavailable(valued)) return valued;
    const values = valued.map(({ value }) => value);
    return {
      text: values.map(({ text }) => text).join('\n'),
      language: values[0]?.language ?? 'en',
      points: values.flatMap(({ points }) => points),
    };
  },
  retelling: {
    notes: ({ points }) => points,
    cite: (value, notes) => ({
      ...value,
      points: value.points.map(({ text, evidence }) => ({
        text,
        evidence: [...new Set(evidence.flatMap((note) => notes[note]?.evidence ?? []))],
      })),
    }),
  },
  baseline: ({ utterances, transcript }, { outcome }) =>
    summaryOf(utterances, transcript.language, outcomeOf(utterances, outcome.side)),
};

/** Points that the turns they name say; a text that no turn says gives way to its points. */
function checked(written: Written, language: Language, shown: Shown): Summary | Unavailable {
  const said = written.points.filter(({ text }) => text.trim() !== '');
  const points = pointsIn(said, language, shown);
  if (points.length === 0 && said.length > 0) return UNSUPPORTED;
  const text = written.text.trim();
  if (isGrounded(text, saidIn(shown, shown.turns.keys()))) return { text, language, points };
  if (points.length === 0) return UNSUPPORTED;
  return { text: points.map((point) => point.text).join(' '), language, points };
}

function pointsIn(written: Written['points'], language: Language, shown: Shown): Summary['points'] {
  const supported = written
    .map(({ text, turn }) => ({ label: text.trim(), evidence: [turn] }))
    .filter(({ label, evidence }) => {
      const said = saidIn(shown, evidence);
      return said.length > 0 && flawOf(label, language) === null && isGrounded(label, said);
    });
  return united(supported).map(({ label, evidence }) => ({ text: label, evidence }));
}
