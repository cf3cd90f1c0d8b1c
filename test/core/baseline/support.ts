import { baselineAnalyser } from '../../../core/baseline/analyser.ts';
import type { Analysis } from '../../../core/analysis.ts';
import { refine } from '../../../core/refine.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import { isUnavailable, type Unavailable } from '../../../core/tasks/unavailable.ts';
import type { RawTranscript } from '../../../core/transcript.ts';
import { dialogue, rawTranscript, type Line } from '../support/transcripts.ts';

export const baseline = baselineAnalyser(DEFAULT_SETTINGS);

/** What the baseline makes of a dialogue once it is redacted, as in the pipeline. */
export function analyse(
  call: string | readonly Line[],
  more: Partial<RawTranscript> = {},
): Promise<Analysis> {
  const lines = typeof call === 'string' ? dialogue(call) : call;
  return baseline.analyse(refine(rawTranscript(lines, more)));
}

/** An answer that a test relies on. */
export function given<Answer>(answer: Answer | Unavailable): Answer {
  if (isUnavailable(answer)) throw new Error(`expected an answer, got ${answer.unavailable}`);
  return answer;
}

/** A dialogue as a recogniser without capitals and punctuation writes it. */
export function asRecognised(call: string): string {
  return call
    .split('\n')
    .map(
      (line) =>
        line.slice(0, 2) +
        line
          .slice(2)
          .toLowerCase()
          .replaceAll(/[.,!?؟،]/g, ''),
    )
    .join('\n');
}
