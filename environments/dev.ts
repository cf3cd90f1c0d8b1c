import type { Environment } from './schema.ts';

/** For a new account on its first day: no GPU quota, nothing that runs or outlives its stack. */
export const dev: Environment = {
  name: 'dev',
  region: 'eu-central-1',
  network: 'public',
  businessHours: {
    timeZone: 'Asia/Amman',
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
    open: '09:00',
    close: '18:00',
    prewarmMinutes: 5,
    holidays: [],
  },
  offHours: 'scale-from-zero',
  transcription: {
    compute: 'fargate-cpu',
    engine: 'pocketsphinx-demo',
    workers: { min: 0, max: 2 },
  },
  analysis: { engine: 'baseline' },
  maxDurationSeconds: 2 * 60 * 60,
  retention: { data: 'delete', recordingDays: 30, transcriptDays: 30, logDays: 7 },
};
