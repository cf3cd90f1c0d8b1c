import * as z from 'zod';
import { StateFailure, taskFailure } from '../failure.ts';
import type { Integration } from '../integration.ts';
import type { JsonValue } from '../json.ts';
import { Json, readArguments } from './arguments.ts';

/** Something that runs functions by name. */
export interface FunctionInvoker {
  /**
   * @throws an Error under the function's own error name, or under `Lambda.<code>` when the function
   *   could not be run
   */
  invoke(
    functionName: string,
    payload: JsonValue,
    signal: AbortSignal,
  ): Promise<{ payload: JsonValue }>;
}

const Arguments = z.strictObject({ FunctionName: z.string().min(1), Payload: Json.default({}) });

/** `arn:aws:states:::lambda:invoke`. */
export function lambdaInvoke(functions: FunctionInvoker): Integration {
  return async (args, { signal }) => {
    const { FunctionName, Payload } = readArguments(Arguments, args);
    try {
      const { payload } = await functions.invoke(FunctionName, Payload, signal);
      return { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };
    } catch (thrown) {
      throw functionFailure(taskFailure(thrown));
    }
  };
}

/** A function's own error has JSON as its Cause, Lambda's errors have plain text (recorded on AWS). */
function functionFailure(failure: StateFailure): StateFailure {
  const { Error: errorType, Cause: errorMessage } = failure.output;
  if (errorType.startsWith('Lambda.')) return failure;
  return new StateFailure(errorType, JSON.stringify({ errorType, errorMessage }));
}
