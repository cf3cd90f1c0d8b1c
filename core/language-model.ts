/**
 * What the language-model endpoint is asked and what it answers (`POST /invocations`). It knows no
 * task: a request is one prompt prefix, evaluated once, and branches that each go on from it.
 * An unknown field is refused, so that a misspelt one is never ignored.
 */
import * as z from 'zod';

/** Above these a request is refused before any work. */
export const REQUEST_LIMITS = {
  /** Bytes of a request's body. */
  bodyBytes: 2 * 1024 * 1024,
  branches: 32,
  labels: 64,
  /** UTF-16 code units of a label. */
  labelLength: 200,
  /** Texts of one count. */
  texts: 1024,
  maxTokens: 4096,
} as const;

/** Text as UTF-8 can carry it: half a surrogate pair is no character. */
const Text = z.string().refine((text) => !/\p{Surrogate}/u.test(text), 'expected whole characters');
const NotBlank = Text.regex(/\S/, 'expected more than white space');

/** A key of the answers: no name of it is a property that objects have by themselves. */
const BranchName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

const Label = NotBlank.max(REQUEST_LIMITS.labelLength);

/** Which label follows? White space that ends the suffix counts as the start of every label. */
export const ChooseBranch = z.strictObject({
  name: BranchName,
  suffix: NotBlank,
  choose: z
    .array(Label)
    .min(2)
    .max(REQUEST_LIMITS.labels)
    .refine((labels) => new Set(labels).size === labels.length, 'expected labels that differ'),
});
export type ChooseBranch = z.infer<typeof ChooseBranch>;

/**
 * JSON that fits a schema. The schema must be bounded: objects with `properties`, arrays with
 * `maxItems`, strings with `maxLength`, `enum`, `const`, numbers and integers with `minimum` and
 * `maximum`, booleans, and any of these or null. All properties are written, in their order.
 */
export const WriteBranch = z.strictObject({
  name: BranchName,
  suffix: NotBlank,
  write: z.record(z.string(), z.unknown()),
  /** Most tokens of the answer, its punctuation included. Texts and lists are cut to fit. */
  maxTokens: z.int().min(1).max(REQUEST_LIMITS.maxTokens),
});
export type WriteBranch = z.infer<typeof WriteBranch>;

const Branch = z.union([ChooseBranch, WriteBranch], {
  error: 'expected {name, suffix, choose} or {name, suffix, write, maxTokens}',
});

export const AnswerRequest = z.strictObject({
  prefix: NotBlank,
  branches: z
    .array(Branch)
    .min(1)
    .max(REQUEST_LIMITS.branches)
    .refine(
      (branches) => new Set(branches.map(({ name }) => name)).size === branches.length,
      'expected branches whose names differ',
    ),
  /** 0 always takes the likeliest token. Probabilities of labels are those at 1 whatever it is. */
  temperature: z.number().min(0).max(2).default(0),
  /** The same seed and request give the same answer; none, and each answer draws anew. */
  seed: z.int().min(0).max(0xff_ff_ff_ff).optional(),
  /** A LoRA adapter beside the model, by its file's name without `.lora.gguf`. */
  adapter: z.string().min(1).max(100).optional(),
  /**
   * The prefix with nothing where its content would be. When given, each label's probability is
   * divided by what the label gets after this prefix (Zhao et al. 2021, Calibrate Before Use).
   */
  contentFreePrefix: NotBlank.optional(),
});
export type AnswerRequest = z.infer<typeof AnswerRequest>;
/** The request as a caller writes it, before defaults are filled in. */
export type AnswerRequestInput = z.input<typeof AnswerRequest>;

/** How many tokens is each text, by itself? */
export const CountRequest = z.strictObject({ count: z.array(Text).max(REQUEST_LIMITS.texts) });
export type CountRequest = z.infer<typeof CountRequest>;

/** Why a whole request was refused, with the HTTP status that says it. Codes never change. */
export const REQUEST_ERROR_STATUS = {
  MALFORMED_JSON: 400,
  INVALID_UTF8: 400,
  INVALID_REQUEST: 400,
  UNKNOWN_ADAPTER: 400,
  /** The prefix alone leaves no room in the model's context; `tokensOver` says by how much. */
  PROMPT_TOO_LONG: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  INTERNAL: 500,
  /** Not loaded yet, more waiting than the queue holds, or about to stop: ask again later. */
  MODEL_NOT_LOADED: 503,
  OVERLOADED: 503,
  STOPPING: 503,
  /** No branch was answered in the time that a request has. */
  DEADLINE_EXCEEDED: 504,
} as const;
export type RequestErrorCode = keyof typeof REQUEST_ERROR_STATUS;
const REQUEST_ERROR_CODES = Object.keys(REQUEST_ERROR_STATUS) as RequestErrorCode[];

/** Why one branch was not answered while others may have been. */
export const BRANCH_ERROR_CODES = [
  /** Prefix, suffix and answer are more than the context holds; `tokensOver` says by how much. */
  'PROMPT_TOO_LONG',
  'SCHEMA_UNSUPPORTED',
  /** Even the shortest answer may need more; `tokensOver` says how many more. */
  'MAX_TOKENS_TOO_LOW',
  'DEADLINE_EXCEEDED',
  'INTERNAL',
] as const;
export type BranchErrorCode = (typeof BRANCH_ERROR_CODES)[number];

const TokensOver = z.int().positive().optional();

/** The body of every answer whose status is not 200. */
export const RequestError = z.object({
  error: z.object({
    code: z.enum(REQUEST_ERROR_CODES),
    message: z.string(),
    tokensOver: TokensOver,
  }),
});
export type RequestError = z.infer<typeof RequestError>;

/** Every label with its probability, 0 to 1, together 1; `label` is the likeliest. */
export const ChosenLabel = z.object({
  label: z.string(),
  probabilities: z.record(z.string(), z.number().min(0).max(1)),
});
export type ChosenLabel = z.infer<typeof ChosenLabel>;

export const WrittenValue = z.object({ value: z.json() });
export type WrittenValue = z.infer<typeof WrittenValue>;

export const BranchError = z.object({
  error: z.object({
    code: z.enum(BRANCH_ERROR_CODES),
    message: z.string(),
    tokensOver: TokensOver,
  }),
});
export type BranchError = z.infer<typeof BranchError>;

export const Answer = z.union([ChosenLabel, WrittenValue, BranchError]);
export type Answer = z.infer<typeof Answer>;

/** What answered. */
export const ServedModel = z.object({
  /** `general.name` of the file, or the file's name. */
  name: z.string(),
  sha256: z.string(),
  /** Tokens that prefix, suffix and answer share. */
  contextTokens: z.int().positive(),
});
export type ServedModel = z.infer<typeof ServedModel>;

export const AnswerResponse = z.object({
  answers: z.record(z.string(), Answer),
  usage: z.object({
    /** Prefix once and every suffix. */
    promptTokens: z.int().nonnegative(),
    /** Of these, how many an earlier request had left evaluated. */
    cachedTokens: z.int().nonnegative(),
    /** Written, punctuation included. */
    completionTokens: z.int().nonnegative(),
  }),
  model: ServedModel,
});
export type AnswerResponse = z.infer<typeof AnswerResponse>;

export const CountResponse = z.object({
  counts: z.array(z.int().nonnegative()),
  model: ServedModel,
});
export type CountResponse = z.infer<typeof CountResponse>;
