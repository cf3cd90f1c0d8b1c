import type { Model } from './model.ts';

const TERMS = 'the hub asks for an account that has accepted the terms, and a read token of it';

/**
 * Language models of the JAIS family, the best first. None can be pulled: the JAIS 2 files are
 * published as GGUF but gated, with no sha256 that anybody states; of the first family no GGUF is
 * published at all. A file that was fetched or converted by hand is added, and its sha256 recorded.
 */
export const LANGUAGE_MODELS: readonly Model[] = [
  {
    name: 'jais-2-8b-chat-q4_k_m',
    kind: 'language',
    file: 'jais-2-8b-chat-q4_k_m.gguf',
    languages: 'ar, en',
    about: 'JAIS 2, 8 billion parameters in 4 bits: about 5 GB, for a GPU',
    published: null,
    steps: `download Q4_K_M.gguf from https://huggingface.co/inceptionai/Jais-2-8B-Chat-GGUF (${TERMS}), then: sada models add Q4_K_M.gguf --name jais-2-8b-chat-q4_k_m`,
  },
  {
    name: 'jais-family-6p7b-chat-q4_k_m',
    kind: 'language',
    file: 'jais-family-6p7b-chat-q4_k_m.gguf',
    languages: 'ar, en',
    about: 'JAIS, 6.7 billion parameters in 4 bits: about 4.2 GB, for a GPU',
    published: null,
    steps: `convert https://huggingface.co/inceptionai/jais-family-6p7b-chat (${TERMS}) to GGUF and quantize it, then: sada models add FILE --name jais-family-6p7b-chat-q4_k_m`,
  },
];
