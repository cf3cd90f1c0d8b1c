import type { Environment } from './schema.ts';

/** As production, at its smallest, and awake only while someone tries it. */
export const staging: Environment = {
  name: 'staging',
  region: 'eu-central-1',
  network: 'private',
  businessHours: {
    timeZone: 'Asia/Amman',
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
    open: '10:00',
    close: '16:00',
    prewarmMinutes: 20,
    holidays: [],
  },
  offHours: 'wait-until-open',
  transcription: {
    compute: 'gpu',
    engine: 'whisper-large-v3-turbo-q8_0',
    enginesPerCard: 2,
    workers: { min: 1, max: 2 },
  },
  analysis: {
    engine: 'jais',
    model: {
      name: 'jais-6p7b-q4',
      instanceType: 'ml.g4dn.xlarge',
      copies: { min: 1, max: 1 },
      sequences: 8,
    },
  },
  maxDurationSeconds: 2 * 60 * 60,
  retention: { data: 'retain', recordingDays: 30, transcriptDays: 90, logDays: 30 },
};
