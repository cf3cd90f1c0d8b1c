import { basename } from 'node:path';
import {
  type Llama,
  type LlamaGrammar,
  LlamaGrammarEvaluationState,
  type LlamaModel,
} from 'node-llama-cpp';
import type { ServedModel } from '../../../../core/language-model.ts';
import type { EngineSettings } from '../config.ts';
import type { Log } from '../log.ts';
import { Engine } from './engine.ts';
import { findModel, sha256Of, type ModelFiles } from './files.ts';
import { fullBatches } from './full-batches.ts';
import { type Lane, laneOf } from './lane.ts';
import { Tokenizer } from './tokenizer.ts';
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
  close: () => Promise<void>;
}

/**
 * Loads what the settings name, with a context for the model and one for each adapter, and warms
 * them up.
 * @throws ModelUnusable when there is no such file or llama.cpp does not take it
 */
export async function loadModel(settings: EngineSettings, log: Log): Promise<LoadedModel> {
  const files = await findModel(settings.model);
  const engine = await Engine.start(settings);
  const { llama } = engine;
  const [model, sha256] = await Promise.all([engine.load(files.model), sha256Of(files.model)]);
  const tokenizer = new Tokenizer(model);
  const lanes = await lanesOf(engine, model, files, settings);
  for (const lane of lanes.values()) lane.forks = settings.fork && (await warmUp(lane, tokenizer));
  engine.logTo(log);
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

async function lanesOf(
  engine: Engine,
  model: LlamaModel,
  { adapters }: ModelFiles,
  { sequences, contextTokens, threads }: EngineSettings,
): Promise<Map<string | null, Lane>> {
  const onGpu = engine.llama.gpu !== false;
  const options = {
    sequences,
    contextSize: Math.min(contextTokens, model.trainContextSize ?? contextTokens),
    threads,
    // On a CPU it sums in 16 bits: logits then move by 0.1 with what else is evaluated in the same
    // batch, for prompts that are read a quarter faster. Without it they are the same to 5 digits.
    flashAttention: onGpu,
    swaFullCache: true,
  };
  const contextWith = (what: string, lora?: { adapters: { filePath: string }[] }) =>
    model
      .createContext({
        ...options,
        ...(onGpu && { batching: { itemPrioritizationStrategy: fullBatches() } }),
        ...(lora && { lora }),
      })
      .catch((error: unknown) => engine.refuse(what, error));
  const plain = laneOf(await contextWith(`no memory for ${sequences} sequences`));
  const lanes = new Map<string | null, Lane>([[null, plain]]);
  for (const [name, filePath] of adapters) {
    const lora = { adapters: [{ filePath }] };
    lanes.set(name, laneOf(await contextWith(`the adapter ${name} can't be loaded`, lora)));
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
