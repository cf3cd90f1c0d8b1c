import type { Environment } from './schema.ts';

/** For a new account on its first day: no GPU quota, nothing that outlives its stack. */
export const dev: Environment = {
  name: 'dev',
  region: 'eu-central-1',
  network: 'public',
  transcription: {
    compute: 'fargate-cpu',
    engine: 'pocketsphinx-demo',
    workers: { min: 1, max: 2 },
  },
  analysis: { engine: 'baseline', settings: 'default' },
  maxDurationSeconds: 2 * 60 * 60,
  retention: { data: 'delete', logDays: 7 },
};
