import { awsClients } from './aws/clients.ts';
import { sqsJobQueue } from './aws/job-queue.ts';
import { s3Recordings } from './aws/recordings.ts';
import { ecsTaskProtection } from './aws/task-protection.ts';
import { stepFunctionsTokens } from './aws/task-tokens.ts';
import { s3WorkArea } from './aws/work-area.ts';
import { systemClock } from './clock.ts';
import { configFrom } from './config.ts';
import { selectEngine } from './engines/select.ts';
import { jsonLog } from './log.ts';
import { embeddedMetrics } from './metrics.ts';
import { loadSilero } from './voice-activity/silero.ts';
import { runWorker } from './worker.ts';

/**
 * Works on the job queue until SIGTERM or SIGINT, or until it was idle for too long, with what the
 * environment says.
 * @throws ConfigurationInvalid
 */
export async function serve(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const config = configFrom(environment);
  const clock = systemClock;
  const { s3, sqs, sfn } = awsClients(environment);
  const engine = selectEngine(config.engine, clock);
  const stop = stopSignal();
  const log = jsonLog(clock, write);
  const { longestSeconds, noiseReduction } = config;
  const detector = await loadSilero();
  const transcriber = { engine, detector, clock, longestSeconds, noiseReduction };
  await engine.start?.();
  log.info('ready', { engine: engine.name, concurrency: config.concurrency });
  const parts = {
    ...config,
    clock,
    log,
    transcriber,
    queue: sqsJobQueue(sqs, config),
    tokens: stepFunctionsTokens(sfn),
    recordings: s3Recordings(s3, clock),
    work: s3WorkArea(s3, config.bucket),
    protection: ecsTaskProtection(environment['ECS_AGENT_URI'], clock),
    metrics: embeddedMetrics(clock, write),
  };
  try {
    await runWorker(parts, stop);
  } finally {
    await engine.close?.();
  }
}

const write = (line: string): void => void process.stdout.write(line);

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}
