import type { Analysis } from '../core/analysis.ts';
import type { ScorecardAnswer } from '../core/tasks/score.ts';
import { isUnavailable, type Unavailable } from '../core/tasks/unavailable.ts';

const MARKS: Readonly<Record<ScorecardAnswer, string>> = {
  yes: 'yes',
  no: 'NO',
  not_applicable: '-',
};

/** What a call leaves to do and how its agent did, for people; the turns that show it in brackets. */
export function analysisLines({ actionItems, fraudRisk, scorecard }: Analysis): string[] {
  return [
    ...titled('to do', given(actionItems, []).map(itemLine)),
    ...titled(
      'risk',
      given(fraudRisk, { level: 'none', source: 'cues', signs: [] }).signs.map(
        ({ sign, evidence }) => `${sign} ${turnsText(evidence)}`,
      ),
    ),
    ...titled(
      'scorecard',
      given(scorecard, { score: null, passed: true, questions: [] }).questions.map(
        ({ id, answer, evidence }) => `${MARKS[answer].padEnd(4)}${id} ${turnsText(evidence)}`,
      ),
    ),
  ];
}

function itemLine({ who, text, due, evidence }: ActionLine): string {
  return `${who}: ${text}${due === null ? '' : ` (${due})`} ${turnsText(evidence)}`;
}

interface ActionLine {
  readonly who: string;
  readonly text: string;
  readonly due: string | null;
  readonly evidence: readonly number[];
}

const turnsText = (evidence: readonly number[]): string =>
  evidence.length === 0 ? '' : `[${evidence.join(', ')}]`;

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line.trimEnd()}`), ''];

function given<Value>(answer: Value | Unavailable, otherwise: Value): Value {
  return isUnavailable(answer) ? otherwise : answer;
}
