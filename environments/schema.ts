import * as z from 'zod';
import { whisperEngine } from '../core/models/model.ts';
import { WHISPER_MODELS } from '../core/models/whisper.ts';
import { OFF_HOURS_POLICIES } from '../core/scaling.ts';
import { BusinessHours } from './business-hours.ts';
import { contradictionsIn } from './contradictions.ts';
import { ExistingVpc } from './existing-vpc.ts';
import { capacity, text, whole } from './parts.ts';
import { Retention } from './retention.ts';

/** Hears clear English only, and needs neither a model nor a GPU. */
export const DEMO_ENGINE = 'pocketsphinx-demo';

const ENGINES: readonly string[] = [
  DEMO_ENGINE,
  ...WHISPER_MODELS.map(({ name }) => whisperEngine(name)),
];

const Transcription = z
  .strictObject({
    /** Fargate needs no quota; GPUs need one for g4dn instances, which new accounts do not have. */
    compute: z.enum(['fargate-cpu', 'gpu']),
    engine: z.string().refine((name) => ENGINES.includes(name), {
      error: `expected ${DEMO_ENGINE}, or whisper- and a Whisper of: sada models list`,
    }),
    /**
     * How many whisper-servers share a worker's GPU (left out: 2). Of a T4's 16 GB one takes some
     * 1.5 GB with large-v3-turbo-q8_0, about 4 GB with large-v3.
     */
    enginesPerCard: whole(1, 4).optional(),
    /** Whether noise is taken out of recordings before they are heard (left out: it is not). */
    noiseReduction: z.boolean().optional(),
    workers: capacity(50),
    /** Recordings that may wait for each worker before another is asked for (left out: 5). */
    backlogPerWorker: whole(1, 1000).optional(),
  })
  .refine(({ compute, engine }) => compute !== 'gpu' || engine !== DEMO_ENGINE, {
    path: ['engine'],
    error: 'expected a Whisper, since the demo recogniser leaves a GPU idle',
  });

const LanguageModel = z.strictObject({
  /** Its files lie in the recordings bucket under `models/NAME/`. */
  name: text(/^[a-z0-9][a-z0-9-]{0,39}$/, 'up to 40 of a-z, 0-9 and -'),
  instanceType: text(/^ml\.g\w+\.\w+$/, 'a SageMaker GPU instance such as ml.g4dn.xlarge'),
  copies: capacity(10),
  /** Prompts that a copy reads side by side; 8 of 2,048 tokens fit beside a 4-bit JAIS on a T4. */
  sequences: whole(1, 64),
});
export type LanguageModel = z.infer<typeof LanguageModel>;

const Analysis = z
  .strictObject({ engine: z.enum(['baseline', 'jais']), model: LanguageModel.optional() })
  .refine(({ engine, model }) => engine !== 'jais' || model !== undefined, {
    path: ['model'],
    error: 'expected a model, which the engine jais needs',
  });

const KEY_ARN = /^arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;

/** A regular expression of recorders' file names; its named groups are metadata fields. */
const FileNamePattern = z.string().refine(isRegularExpression, {
  error: 'expected a regular expression',
});

function isRegularExpression(pattern: string): boolean {
  try {
    return RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Everything that differs between deployments. */
const Fields = z.strictObject({
  /** Part of every resource's name. */
  name: text(/^[a-z][a-z0-9-]{0,15}$/, 'up to 16 of a-z, 0-9 and -'),
  /** Left out: the account of whoever deploys. */
  account: text(/^\d{12}$/, 'twelve digits').optional(),
  region: text(/^[a-z]{2,}(-[a-z]+)+-\d$/, 'an AWS region such as eu-central-1'),
  /** `public` is free and has no ingress; `private` costs some $120 a month in endpoints. */
  network: z.enum(['public', 'private']),
  /** Where workers run; left out: a network of their own. */
  vpc: ExistingVpc.optional(),
  /** Encrypts all but raw transcripts; left out: a key of the deployment's own. */
  dataKeyArn: text(KEY_ARN, 'the ARN of a KMS key, not of an alias').optional(),
  businessHours: BusinessHours,
  /** What becomes of calls that arrive while nothing runs. */
  offHours: z.enum(OFF_HOURS_POLICIES),
  transcription: Transcription,
  analysis: Analysis,
  /** Longer recordings are refused; the worker's disk holds four hours. */
  maxDurationSeconds: whole(1, 4 * 60 * 60),
  fileNamePattern: FileNamePattern.optional(),
  retention: Retention,
  /** Who hears of alarms and of the budget; left out: nobody. */
  alarmEmail: z.email({ error: 'expected an e-mail address' }).optional(),
  /** US dollars a month, of which 80 % and a forecast of all are announced. */
  monthlyBudgetUsd: whole(1, 1_000_000).optional(),
});

/** As written in the files of this folder. */
export const Environment = Fields.superRefine((environment, context) => {
  for (const { path, message } of contradictionsIn(environment)) {
    context.addIssue({ code: 'custom', path, message });
  }
});
export type Environment = z.infer<typeof Environment>;
