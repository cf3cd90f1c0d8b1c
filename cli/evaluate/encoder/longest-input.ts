import * as z from 'zod';
import type { EncoderFiles } from './files.ts';

/** Where nothing says how much the model takes: what BERT and its like take. */
const USUAL_TOKENS = 512;
/** transformers writes 1e30 for "not known". */
const MOST_TOKENS = 1e6;

/** Their positions are counted from behind the padding's id. */
const AFTER_PADDING = ['roberta', 'xlm-roberta', 'camembert'];

const Tokens = z.number().int().min(3).max(MOST_TOKENS).optional().catch(undefined);
const Config = z.object({
  max_position_embeddings: Tokens,
  model_type: z.string().optional().catch(undefined),
  pad_token_id: z.number().int().nonnegative().catch(1),
});
const TokenizerConfig = z.object({ model_max_length: Tokens });
const Tokenizer = z.object({
  truncation: z.object({ max_length: Tokens }).nullish().catch(undefined),
});

/** How many tokens the model takes, those around the text included: the least that a file says. */
export function longestInput(files: Omit<EncoderFiles, 'model' | 'sha256'>): number {
  const config = Config.parse(files.config);
  const positions = config.max_position_embeddings;
  const kept = AFTER_PADDING.includes(config.model_type ?? '') ? config.pad_token_id + 1 : 0;
  const said = [
    positions === undefined ? undefined : positions - kept,
    TokenizerConfig.parse(files.tokenizerConfig).model_max_length,
    Tokenizer.parse(files.tokenizer).truncation?.max_length,
  ].filter((tokens) => tokens !== undefined);
  return said.length > 0 ? Math.min(...said) : USUAL_TOKENS;
}
