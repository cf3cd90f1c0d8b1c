import { Construct } from 'constructs';
import { ENV, SETTINGS_FILE } from '../../core/contract.ts';
import type { Environment } from '../../environments/index.ts';
import { loadSettings, settingsFolder } from '../../environments/settings.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../statemachines/bindings.ts';
import { type Arns, policyOf } from '../grants.ts';
import { stackOf } from '../sada-stack.ts';
import type { StorageStack } from '../storage-stack.ts';
import { Handler } from './handler.ts';
import type { LanguageModel } from './language-model.ts';

/** Where Lambda lays what is deployed with a function. */
const TASK_ROOT = '/var/task';

type Variable =
  | 'bucket'
  | 'table'
  | 'bus'
  | 'transcriptionEngine'
  | 'analysisEngine'
  | 'settings'
  | 'modelEndpoint'
  | 'modelComponent'
  | 'maxDurationSeconds'
  | 'fileNamePattern';

/** What each handler reads; its grants are in `grants.ts`. */
const READS: Readonly<Record<FunctionName, readonly Variable[]>> = {
  'admit-recording': [
    'bucket',
    'table',
    'transcriptionEngine',
    'maxDurationSeconds',
    'fileNamePattern',
  ],
  'refine-transcript': ['bucket', 'table', 'transcriptionEngine', 'settings'],
  'analyse-call': [
    'bucket',
    'table',
    'analysisEngine',
    'settings',
    'modelEndpoint',
    'modelComponent',
  ],
  'close-call': ['table'],
  'sweep-execution': ['table', 'bus'],
  'fail-abandoned-job': [],
};

export interface HandlersProps {
  storage: StorageStack;
  languageModel: LanguageModel | null;
  /** Where all that any handler may touch is. */
  arns: Arns<FunctionName>;
}

/** All functions of `lambdas/`. */
export class Handlers extends Construct {
  readonly #byName: ReadonlyMap<FunctionName, Handler>;

  constructor(scope: Construct, id: string, { storage, languageModel, arns }: HandlersProps) {
    super(scope, id);
    const { config } = stackOf(this);
    const values = valuesOf(storage, languageModel, config);
    const settings = loadSettings(settingsFolder(config.analysis.settings));
    const handler = (name: FunctionName): Handler =>
      new Handler(this, name, {
        name,
        variables: variablesOf(READS[name], values),
        grants: policyOf(name, arns),
        logKey: storage.dataKey,
        ...(READS[name].includes('settings') && { settings }),
      });
    this.#byName = new Map(FUNCTION_NAMES.map((name) => [name, handler(name)]));
  }

  /** @throws RangeError for a name that is no handler's */
  named(name: FunctionName): Handler {
    const handler = this.#byName.get(name);
    if (handler === undefined) throw new RangeError(`no handler named '${name}'`);
    return handler;
  }
}

type Values = Readonly<Record<Variable, string | undefined>>;

const valuesOf = (
  storage: StorageStack,
  languageModel: LanguageModel | null,
  config: Environment,
): Values => ({
  bucket: storage.dataBucket.bucketName,
  table: storage.calls.tableName,
  bus: storage.bus.eventBusName,
  transcriptionEngine: config.transcription.engine,
  analysisEngine: config.analysis.engine,
  settings: `${TASK_ROOT}/${SETTINGS_FILE}`,
  modelEndpoint: languageModel?.endpointName,
  modelComponent: languageModel?.componentName,
  maxDurationSeconds: String(config.maxDurationSeconds),
  fileNamePattern: config.fileNamePattern,
});

function variablesOf(reads: readonly Variable[], values: Values): Record<string, string> {
  const pairs = reads.map((variable) => [ENV[variable], values[variable]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}
