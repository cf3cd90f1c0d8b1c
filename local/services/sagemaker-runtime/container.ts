import type { Clock } from '../../../core/clock.ts';
import { modelError } from './error.ts';

/** A model's server, as the service sees it. */
export interface Container {
  /** Tells its model from another, where more than one may stand here in turn. */
  readonly identity?: string;
  /** Its address as soon as it is healthy; null when it is not before `signal` aborts. */
  healthy(signal: AbortSignal): Promise<string | null>;
}

/** What a container answers an invocation with. */
export interface Invoked {
  body: Buffer;
  contentType: string;
}

/** The longest that a container may take (API reference of InvokeEndpoint). */
const LIMIT_MS = 60_000;

const LOG_STREAM =
  'arn:aws:logs:eu-central-1:000000000000:log-group:/aws/sagemaker/InferenceComponents/local';

const TIMED_OUT =
  'Your invocation timed out while waiting for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve the issue, and try again.';
const BROKEN_OFF = 'The connection to container primary was closed before it answered.';

/**
 * Hands one invocation to a container, as `POST /invocations`.
 * @param gone aborts when the caller no longer waits
 * @throws InvocationError ModelError for any answer but a 200, none in 60 s, or a broken connection
 */
export async function invokeContainer(
  address: string,
  { body, contentType }: Invoked,
  { clock, gone }: { clock: Clock; gone: AbortSignal },
): Promise<Invoked> {
  const late = new AbortController();
  const cancel = clock.after(LIMIT_MS, () => late.abort());
  try {
    const response = await fetch(`${address}/invocations`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': contentType },
      signal: AbortSignal.any([late.signal, gone]),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw modelError(response.status, answer.toString(), LOG_STREAM);
    const answered = response.headers.get('content-type') ?? 'application/octet-stream';
    return { body: answer, contentType: answered };
  } catch (error) {
    // What fetch throws says no more than that there will be no answer.
    if (!(error instanceof TypeError || gone.aborted || late.signal.aborted)) throw error;
    throw modelError(0, late.signal.aborted ? TIMED_OUT : BROKEN_OFF, LOG_STREAM);
  } finally {
    cancel();
  }
}
