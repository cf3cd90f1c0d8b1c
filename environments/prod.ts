import { HOLIDAYS_OF_JORDAN } from './holidays-of-jordan.ts';
import type { Environment } from './schema.ts';

/** Where calls of customers are. */
export const prod: Environment = {
  name: 'prod',
  region: 'eu-central-1',
  network: 'private',
  businessHours: {
    timeZone: 'Asia/Amman',
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
    open: '09:00',
    close: '18:00',
    prewarmMinutes: 20,
    holidays: HOLIDAYS_OF_JORDAN,
  },
  offHours: 'scale-from-zero',
  transcription: {
    compute: 'gpu',
    engine: 'whisper-large-v3-turbo-q8_0',
    enginesPerCard: 2,
    // For 10,000 calls a day with their peak before noon; what `sada plan` says of them: docs/costs.md.
    workers: {
      min: 5,
      minFrom: {
        '09:50': 13,
        '10:50': 18,
        '11:50': 15,
        '12:50': 10,
        '13:50': 7,
        '16:50': 5,
      },
      max: 20,
    },
  },
  analysis: {
    engine: 'jais',
    settings: 'default',
    model: {
      name: 'jais-6p7b-q4',
      instanceType: 'ml.g4dn.xlarge',
      copies: {
        min: 1,
        minFrom: { '09:50': 2, '10:50': 3, '11:50': 2, '13:50': 1 },
        max: 4,
      },
      sequences: 8,
    },
  },
  maxDurationSeconds: 2 * 60 * 60,
  retention: { data: 'retain', recordingDays: 365, archiveRecordingsAfterDays: 30, logDays: 90 },
};
