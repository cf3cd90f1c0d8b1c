import * as z from 'zod';
import { DefinitionError } from './errors.ts';
import { isExpression } from './expressions.ts';
import type { JsonValue } from './json.ts';

/** Longest interval or limit that the language takes, in seconds. */
const LONGEST_SECONDS = 99_999_999;

const Json: z.ZodType<JsonValue> = z.json();
const Expression = z.string().refine(isExpression, { error: 'expected a {% JSONata %} string' });
const Seconds = z.union([z.int().min(1).max(LONGEST_SECONDS), Expression], {
  error: `expected 1 to ${LONGEST_SECONDS} whole seconds or a {% JSONata %} string`,
});
/**
 * Up to 80 characters; `states` is reserved.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
const VariableName = z.string().regex(/^(?!states$)[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u);
const Assign = z.record(VariableName, Json);
const StateName = z.string().min(1).max(80);
const ErrorNames = z.array(z.string().min(1)).min(1);

const commented = { Comment: z.string().optional() };
const yielding = { Output: Json.optional(), Assign: Assign.optional() };
const leading = { Next: StateName.optional(), End: z.literal(true).optional() };

const Retrier = z.strictObject({
  ...commented,
  ErrorEquals: ErrorNames,
  IntervalSeconds: z.int().min(1).max(LONGEST_SECONDS).default(1),
  MaxAttempts: z.int().min(0).max(LONGEST_SECONDS).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).lt(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
export type Retrier = z.infer<typeof Retrier>;

const Catcher = z.strictObject({
  ...commented,
  ...yielding,
  ErrorEquals: ErrorNames,
  Next: StateName,
});

const TaskState = z
  .strictObject({
    ...commented,
    ...yielding,
    ...leading,
    Type: z.literal('Task'),
    Resource: z.string(),
    Arguments: z.union([z.record(z.string(), Json), Expression], {
      error: 'expected an object or a {% JSONata %} string',
    }),
    Retry: z.array(Retrier).optional(),
    Catch: z.array(Catcher).optional(),
    TimeoutSeconds: Seconds.optional(),
    HeartbeatSeconds: Seconds.optional(),
  })
  .refine(leadsOneWay, { error: 'expected either Next or End', path: ['Next'] });
export type TaskState = z.infer<typeof TaskState>;

const ChoiceState = z.strictObject({
  ...commented,
  Type: z.literal('Choice'),
  Choices: z
    .array(z.strictObject({ ...commented, ...yielding, Condition: Expression, Next: StateName }))
    .min(1),
  Default: StateName.optional(),
});
export type ChoiceState = z.infer<typeof ChoiceState>;

const PassState = z
  .strictObject({ ...commented, ...yielding, ...leading, Type: z.literal('Pass') })
  .refine(leadsOneWay, { error: 'expected either Next or End', path: ['Next'] });
export type PassState = z.infer<typeof PassState>;

const SucceedState = z.strictObject({
  ...commented,
  Type: z.literal('Succeed'),
  Output: Json.optional(),
});
export type SucceedState = z.infer<typeof SucceedState>;

const FailState = z.strictObject({
  ...commented,
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
export type FailState = z.infer<typeof FailState>;

const State = z.discriminatedUnion('Type', [
  TaskState,
  ChoiceState,
  PassState,
  SucceedState,
  FailState,
]);
export type State = z.infer<typeof State>;

const Definition = z.strictObject({
  ...commented,
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  StartAt: StateName,
  TimeoutSeconds: z.int().min(1).max(LONGEST_SECONDS).optional(),
  States: z.record(StateName, State),
});
/** A state machine in the part of the Amazon States Language that is understood here. */
export type Definition = z.infer<typeof Definition>;

/**
 * Reads a definition, field by field.
 * @throws DefinitionError on the first field that is unknown, missing or out of range
 */
export function parseDefinition(text: string): Definition {
  const parsed = Definition.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw definitionError(parsed.error.issues);
}

function leadsOneWay(state: { Next?: string | undefined; End?: true | undefined }): boolean {
  return (state.Next === undefined) !== (state.End === undefined);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DefinitionError(null, '/', 'expected JSON');
  }
}

function definitionError([issue]: readonly z.core.$ZodIssue[]): DefinitionError {
  if (issue === undefined) return new DefinitionError(null, '/', 'unreadable');
  const inState = issue.path[0] === 'States' && issue.path.length > 1;
  const path = issue.path.slice(inState ? 2 : 0);
  const state = inState ? String(issue.path[1]) : null;
  if (issue.code !== 'unrecognized_keys') {
    return new DefinitionError(state, fieldName(path), issue.message);
  }
  return new DefinitionError(state, fieldName([...path, issue.keys[0] ?? '']), 'is not supported');
}

/** `['Retry', 0, 'BackoffRate']` as AWS writes it: `Retry[0]/BackoffRate`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `/${String(key)}`))
    .join('')
    .replace(/^\//, '');
}
