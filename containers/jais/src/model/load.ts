import { basename } from 'node:path';
import {
  getLlama,
  LlamaLogLevel,
  type Llama,
  type LlamaGrammar,
  type LlamaModel,
  LlamaGrammarEvaluationState,
} from 'node-llama-cpp';
import type { ServedModel } from '../../../../core/language-model.ts';
import type { EngineSettings } from '../config.ts';
import type { Log } from '../log.ts';
import { findModel, sha256Of, type ModelFiles } from './files.ts';
import { type Lane, laneOf } from './lane.ts';
import { Tokenizer } from './tokenizer.ts';
import { ModelUnusable } from './unusable.ts';
import { warmUp } from './warm-up.ts';

/** A fresh state of a grammar in GBNF. */
export type GrammarSource = (text: string) => Promise<LlamaGrammarEvaluationState>;

/** A model that is ready to answer. */
export interface LoadedModel {
  served: ServedModel;
  tokenizer: Tokenizer;
  /** Null is the model without an adapter. */
  lanes: ReadonlyMap<string | null, Lane>;
  grammar: GrammarSource;
  /** The graphics processor that it runs on. */
  gpu: string | null;
  close(): Promise<void>;
}

/**
 * Loads what the settings name, with a context for the model and one for each adapter, and warms
 * them up.
 * @throws ModelUnusable when there is no such file or llama.cpp does not take it
 */
export async function loadModel(settings: EngineSettings, log: Log): Promise<LoadedModel> {
  const files = await findModel(settings.model);
  const reasons: string[] = [];
  const llama = await engineOf(settings, reasons);
  const loading = llama.loadModel({
    modelPath: files.model,
    ...(llama.gpu && { gpuLayers: 'max' }),
  });
  const [model, sha256] = await Promise.all([loading, sha256Of(files.model)]).catch(
    (error: unknown) => {
      throw new ModelUnusable(
        `${basename(files.model)} can't be loaded: ${reasonOf(error, reasons)}`,
      );
    },
  );
  const tokenizer = new Tokenizer(model);
  const lanes = await lanesOf(model, files, settings);
  for (const lane of lanes.values()) lane.forks = settings.fork && (await warmUp(lane, tokenizer));
  llama.logger = (_, message) => log.error('llama.cpp', { line: message.trim().slice(0, 200) });
  const [gpu = null] = llama.gpu === false ? [] : await llama.getGpuDeviceNames();
  return {
    served: servedModel(model, files, sha256, lanes),
    tokenizer,
    lanes,
    grammar: grammars(llama, model),
    gpu,
    close: () => llama.dispose(),
  };
}

/** @throws ModelUnusable when a graphics processor is required and none can be used */
async function engineOf({ gpu, threads }: EngineSettings, reasons: string[]): Promise<Llama> {
  const options = {
    // Nothing is ever compiled where requests are served.
    build: 'never',
    logLevel: LlamaLogLevel.error,
    logger: (_: LlamaLogLevel, message: string) => void reasons.push(message.trim()),
    maxThreads: threads,
    progressLogs: false,
  } as const;
  if (!gpu) return getLlama({ ...options, gpu: false });
  const llama = await getLlama({ ...options, gpu: 'cuda' }).catch(() => null);
  if (llama?.gpu === 'cuda') return llama;
  throw new ModelUnusable('a GPU is required and none can be used');
}

async function lanesOf(
  model: LlamaModel,
  { adapters }: ModelFiles,
  { sequences, contextTokens, threads }: EngineSettings,
): Promise<Map<string | null, Lane>> {
  const options = {
    sequences,
    contextSize: Math.min(contextTokens, model.trainContextSize ?? contextTokens),
    threads,
    // One setting everywhere, as it moves logits by a little.
    flashAttention: model.llama.gpu !== false,
    swaFullCache: true,
  };
  const lanes = new Map<string | null, Lane>([[null, laneOf(await model.createContext(options))]]);
  for (const [name, filePath] of adapters) {
    const lora = { adapters: [{ filePath }] };
    const context = await model.createContext({ ...options, lora }).catch((error: unknown) => {
      throw new ModelUnusable(`the adapter ${name} can't be loaded: ${reasonOf(error, [])}`);
    });
    lanes.set(name, laneOf(context));
  }
  return lanes;
}

function servedModel(
  { fileInfo }: LlamaModel,
  { model }: ModelFiles,
  sha256: string,
  lanes: ReadonlyMap<string | null, Lane>,
): ServedModel {
  const name = fileInfo.metadata.general.name ?? basename(model, '.gguf');
  return { name, sha256, contextTokens: lanes.get(null)?.capacity ?? 0 };
}

/** Parsed once each: the texts of a task come back with every call. */
function grammars(llama: Llama, model: LlamaModel): GrammarSource {
  const parsed = new Map<string, Promise<LlamaGrammar>>();
  return async (text) => {
    const grammar = parsed.get(text) ?? llama.createGrammar({ grammar: text });
    parsed.set(text, grammar);
    return new LlamaGrammarEvaluationState({ model, grammar: await grammar });
  };
}

/** llama.cpp says why in its log; the error itself is often just that it failed. */
function reasonOf(error: unknown, reasons: readonly string[]): string {
  const own = error instanceof Error ? error.message : String(error);
  const reason = reasons.find((line) => line.includes('error')) ?? own;
  return reason.split('\n')[0]?.replace(/^.*error loading model: /, '') ?? own;
}
