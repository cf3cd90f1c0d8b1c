import { Construct } from 'constructs';
import { ENV } from '../../core/contract.ts';
import type { Environment } from '../../environments/index.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../statemachines/bindings.ts';
import { type Arns, policyOf } from '../grants.ts';
import { stackOf } from '../sada-stack.ts';
import type { StorageStack } from '../storage-stack.ts';
import { Handler } from './handler.ts';
import type { LanguageModel } from './language-model.ts';

type Setting =
  | 'bucket'
  | 'table'
  | 'bus'
  | 'transcriptionEngine'
  | 'analysisEngine'
  | 'modelEndpoint'
  | 'modelComponent'
  | 'maxDurationSeconds'
  | 'fileNamePattern';

/** What each handler reads; its grants are in `grants.ts`. */
const READS: Readonly<Record<FunctionName, readonly Setting[]>> = {
  'admit-recording': [
    'bucket',
    'table',
    'transcriptionEngine',
    'maxDurationSeconds',
    'fileNamePattern',
  ],
  'refine-transcript': ['bucket', 'table', 'transcriptionEngine'],
  'analyse-call': ['bucket', 'table', 'analysisEngine', 'modelEndpoint', 'modelComponent'],
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
    const settings = settingsOf(storage, languageModel, stackOf(this).config);
    const handler = (name: FunctionName): Handler =>
      new Handler(this, name, {
        name,
        variables: variablesOf(READS[name], settings),
        grants: policyOf(name, arns),
        logKey: storage.dataKey,
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

type Settings = Readonly<Record<Setting, string | undefined>>;

const settingsOf = (
  storage: StorageStack,
  languageModel: LanguageModel | null,
  config: Environment,
): Settings => ({
  bucket: storage.dataBucket.bucketName,
  table: storage.calls.tableName,
  bus: storage.bus.eventBusName,
  transcriptionEngine: config.transcription.engine,
  analysisEngine: config.analysis.engine,
  modelEndpoint: languageModel?.endpointName,
  modelComponent: languageModel?.componentName,
  maxDurationSeconds: String(config.maxDurationSeconds),
  fileNamePattern: config.fileNamePattern,
});

function variablesOf(reads: readonly Setting[], settings: Settings): Record<string, string> {
  const pairs = reads.map((setting) => [ENV[setting], settings[setting]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}
