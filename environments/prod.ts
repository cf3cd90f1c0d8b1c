import type { Environment } from './schema.ts';

/** Where calls of customers are. */
export const prod: Environment = {
  name: 'prod',
  region: 'eu-central-1',
  network: 'private',
  transcription: {
    compute: 'gpu',
    engine: 'whisper-large-v3-turbo-q8_0',
    enginesPerCard: 2,
    workers: { min: 1, max: 8 },
  },
  analysis: {
    engine: 'jais',
    settings: 'default',
    model: {
      name: 'jais-6p7b-q4',
      instanceType: 'ml.g4dn.xlarge',
      copies: { min: 1, max: 4 },
      sequences: 8,
    },
  },
  maxDurationSeconds: 2 * 60 * 60,
  retention: { data: 'retain', logDays: 90 },
};
