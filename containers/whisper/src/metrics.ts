import type { Clock } from '../../../core/clock.ts';
import { METRICS_NAMESPACE } from '../../../core/contract.ts';
import type { RawTranscript } from '../../../core/transcript.ts';

/** One job that was heard to its end. */
export interface Measured {
  transcript: RawTranscript;
  /** By stage, as `decodeSeconds`. */
  stages: Readonly<Record<string, number>>;
  /** How many parts the engine finished in it. */
  parts: number;
}

/** Tells whoever runs the workers how a job went, in numbers. */
export type JobMetrics = (measured: Measured) => void;

interface Metric {
  name: string;
  unit: 'Seconds' | 'Count' | 'None' | 'Bytes';
  value: number;
}

/**
 * Metrics of jobs as log lines that CloudWatch makes metrics of, one set a job and engine, and
 * confidence by language, since engines are far better at one than at the other.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 * @param write takes one line, its line break included
 */
export function embeddedMetrics(clock: Clock, write: (line: string) => void): JobMetrics {
  return (measured) => {
    const { turns, engine } = measured.transcript;
    const [speed, confidence] = [metricsOf(measured), confidenceOf(turns)];
    const directives = [
      directive(['Engine'], speed),
      directive(['Engine', 'Language'], confidence),
    ].filter(({ Metrics }) => Metrics.length > 0);
    const line = {
      _aws: { Timestamp: clock.now(), CloudWatchMetrics: directives },
      Engine: engine.name,
      Language: languageOf(turns),
      ...Object.fromEntries([...speed, ...confidence].map(({ name, value }) => [name, value])),
    };
    write(`${JSON.stringify(line)}\n`);
  };
}

function directive(dimensions: readonly string[], metrics: readonly Metric[]) {
  const Metrics = metrics.map(({ name, unit }) => ({ Name: name, Unit: unit }));
  return { Namespace: METRICS_NAMESPACE, Dimensions: [dimensions], Metrics };
}

function metricsOf({ transcript, stages, parts }: Measured): Metric[] {
  const { durationSeconds, turns, rejected } = transcript;
  const total = Object.values(stages).reduce((sum, seconds) => sum + seconds, 0);
  const perStage = Object.entries(stages).map(([stage, seconds]) =>
    factor(`${stageName(stage)}RealTimeFactor`, seconds, durationSeconds),
  );
  const spans = turns.length + rejected.length;
  return [
    { name: 'AudioSeconds', unit: 'Seconds', value: durationSeconds },
    factor('RealTimeFactor', total, durationSeconds),
    ...perStage,
    { name: 'FinishedParts', unit: 'Count', value: parts },
    { name: 'Turns', unit: 'Count', value: turns.length },
    { name: 'RejectedShare', unit: 'None', value: spans === 0 ? 0 : rejected.length / spans },
    // Linux counts in kibibytes.
    { name: 'PeakMemory', unit: 'Bytes', value: process.resourceUsage().maxRSS * 1024 },
  ];
}

const factor = (name: string, seconds: number, audioSeconds: number): Metric => ({
  name,
  unit: 'None',
  value: audioSeconds === 0 ? 0 : seconds / audioSeconds,
});

/** `decodeSeconds` is the stage Decode. */
const stageName = (stage: string): string =>
  `${stage.charAt(0).toUpperCase()}${stage.slice(1).replace(/Seconds$/, '')}`;

function confidenceOf(turns: RawTranscript['turns']): Metric[] {
  const known = turns.flatMap(({ confidence }) => confidence ?? []);
  const sum = known.reduce((total, confidence) => total + confidence, 0);
  return known.length === 0
    ? []
    : [{ name: 'Confidence', unit: 'None', value: sum / known.length }];
}

/** What most turns are in; `none` where there are none. */
function languageOf(turns: RawTranscript['turns']): string {
  if (turns.length === 0) return 'none';
  return turns.filter(({ language }) => language === 'ar').length * 2 > turns.length ? 'ar' : 'en';
}
