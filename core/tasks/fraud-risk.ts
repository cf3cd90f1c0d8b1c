import * as z from 'zod';
import { fraudRiskOf } from '../baseline/fraud-risk.ts';
import { choiceIn } from './answers.ts';
import { Evidence } from './evidence.ts';
import { usable } from './parts.ts';
import type { Choice } from './question.ts';
import type { Task } from './task.ts';
import { isUnavailable } from './unavailable.ts';

/** From the least to the worst. */
export const RiskLevel = z.enum(['none', 'low', 'high']);
export type RiskLevel = z.infer<typeof RiskLevel>;

export const FraudRisk = z.object({
  level: RiskLevel,
  source: z.enum(['model', 'cues', 'both']),
  /** What was heard that such calls have in common; a model names none. */
  signs: z.array(z.object({ sign: z.string(), evidence: Evidence.min(1) })),
});
export type FraudRisk = z.infer<typeof FraudRisk>;

const QUESTION: Choice<RiskLevel> = {
  question: {
    en: 'Does the call show signs of fraud: somebody asking for a password or a one-time code, refusing to be verified, pressing for haste, or trying to take over an account?',
    ar: 'هل في المكالمة علامات احتيال: طلب كلمة مرور أو رمز تحقق، أو رفض إثبات الهوية، أو استعجال غير عادي، أو محاولة الاستيلاء على حساب؟',
  },
  options: [
    {
      label: 'none',
      answer: { en: 'none', ar: 'لا' },
      meaning: { en: 'an ordinary call', ar: 'مكالمة عادية' },
    },
    {
      label: 'low',
      answer: { en: 'low', ar: 'قليل' },
      meaning: { en: 'one thing that is worth a look', ar: 'أمر واحد يستحق النظر' },
    },
    {
      label: 'high',
      answer: { en: 'high', ar: 'كبير' },
      meaning: { en: 'several signs, or a secret that was asked for', ar: 'عدة علامات أو طلب سر' },
    },
  ],
};

/** Whether somebody may be after what is not theirs. */
export const fraudRisk: Task<FraudRisk> = {
  result: FraudRisk,
  side: () => 'both',
  questions: () => ({ fraudRisk: QUESTION }),
  read(answers, shown) {
    const choice = choiceIn(QUESTION, answers['fraudRisk'], shown);
    return isUnavailable(choice) ? choice : { level: choice.label, source: 'model', signs: [] };
  },
  combine(parts) {
    const valued = usable(parts);
    if (isUnavailable(valued)) return valued;
    return valued.map(({ value }) => value).reduce(worse);
  },
  baseline: (heard) => fraudRiskOf(heard),
  complete(value, heard) {
    const cues = fraudRiskOf(heard);
    if (isUnavailable(value) || isUnavailable(cues)) return value;
    const source = value.level === cues.level ? 'both' : worse(value, cues).source;
    return { level: worse(value, cues).level, source, signs: cues.signs };
  },
};

function worse(one: FraudRisk, other: FraudRisk): FraudRisk {
  const rank = ({ level }: FraudRisk): number => RiskLevel.options.indexOf(level);
  return rank(other) > rank(one) ? other : one;
}
