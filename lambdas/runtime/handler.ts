import type * as z from 'zod';
import { Malformed } from '../../core/errors.ts';
import { logger, metrics } from './telemetry.ts';

/** What Lambda hands over beside the event, as far as it is used here. */
export interface LambdaContext {
  awsRequestId: string;
  functionName: string;
}

/** The error that leaves a function: Step Functions keeps its message for 90 days. */
class HandlerError extends Error {
  constructor(name: string, requestId: string) {
    super(`see the function's log, request ${requestId}`);
    this.name = name;
  }
}

/**
 * Wraps a function's logic: parses its event, publishes its metrics, and lets no message out that
 * might quote a call, since libraries put what they choked on into their messages.
 */
export function handler<Input, Output>(
  schema: z.ZodType<Input>,
  logic: (input: Input) => Promise<Output>,
): (event: unknown, context: LambdaContext) => Promise<Output> {
  return async (event, context) => {
    logger.resetKeys();
    logger.appendKeys({ requestId: context.awsRequestId });
    try {
      return await logic(parseAs(schema, event, 'event'));
    } catch (error) {
      throw withoutWords(error, context.awsRequestId);
    } finally {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    }
  };
}

/**
 * Parses what came from outside.
 * @throws Malformed with paths and rules, never the values
 */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  throw new Malformed(what, problems.join(', '));
}

function withoutWords(error: unknown, requestId: string): HandlerError {
  const name = error instanceof Error ? error.name : 'UnknownError';
  const frames = error instanceof Error ? framesOf(error) : [];
  logger.error('the function failed', { error: name, frames });
  return new HandlerError(name, requestId);
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: Error): string[] {
  const lines = error.stack?.split('\n') ?? [];
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
}
