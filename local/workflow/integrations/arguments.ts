import * as z from 'zod';
import { STATES_ERROR, StateFailure } from '../failure.ts';
import type { JsonValue } from '../json.ts';

/** Any JSON, as the body of something that is sent. */
export const Json: z.ZodType<JsonValue> = z.json();

/**
 * Reads the arguments of an integration, which names every field that it knows.
 * @throws StateFailure `States.Runtime`, which nothing catches: the definition is at fault
 */
export function readArguments<Schema extends z.ZodType>(
  schema: Schema,
  args: JsonValue,
): z.infer<Schema> {
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = ['Arguments', ...(issue?.path ?? [])].join('/');
  const problem =
    issue?.code === 'unrecognized_keys' ? `${issue.keys.join()} is not supported` : issue?.message;
  throw new StateFailure(STATES_ERROR.runtime, `${field}: ${problem ?? 'invalid'}`);
}

/** A service's own refusal, under the name by which Step Functions reports it: `SQS.<code>`. */
export function serviceFailure(service: string, thrown: unknown): StateFailure {
  if (!(thrown instanceof Error)) return new StateFailure(`${service}.SdkClientException`);
  return new StateFailure(`${service}.${thrown.name}`, thrown.message);
}
