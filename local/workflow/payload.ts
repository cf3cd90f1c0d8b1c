import { ApiError } from './errors.ts';
import { exceedsPayloadLimit, type JsonValue } from './json.ts';

/** The input of an execution. @throws ApiError `InvalidExecutionInput`, `ValidationException` */
export function parseInput(input: string): JsonValue {
  if (exceedsPayloadLimit(input)) throw tooLong('input');
  return parseJson(input, 'InvalidExecutionInput', 'Invalid State Machine Execution Input');
}

/** The result of a task. @throws ApiError `InvalidOutput`, `ValidationException` */
export function parseOutput(output: string): JsonValue {
  if (exceedsPayloadLimit(output)) throw tooLong('output');
  return parseJson(output, 'InvalidOutput', 'Invalid Output');
}

function parseJson(text: string, code: string, message: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new ApiError(code, `${message}: expected JSON`);
  }
}

function tooLong(member: string): ApiError {
  return new ApiError(
    'ValidationException',
    `Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to 262144`,
  );
}
