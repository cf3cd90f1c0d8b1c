import { request, type IncomingHttpHeaders } from 'node:http';
import { listen, type Listener } from '../../local/services/http.ts';

/** A proxy that keeps the answer to the first request which matches. */
export interface HoldingProxy extends Listener {
  /** Resolves when an answer is held: what was asked for is done, and whoever asked waits. */
  held: Promise<void>;
}

/** Passes requests on to an endpoint, and answers back, but for the first one that matches. */
export async function holdFirstAnswer(
  endpoint: string,
  matches: (headers: IncomingHttpHeaders) => boolean,
): Promise<HoldingProxy> {
  let hold: (() => void) | null = null;
  const held = new Promise<void>((resolve) => {
    hold = resolve;
  });
  const listener = await listen(async (incoming, response) => {
    const { method = '', url = '', headers } = incoming;
    const keep = matches(headers) ? hold : null;
    if (keep !== null) hold = null;
    const onward = request(`${endpoint}${url}`, { method, headers }, (answer) => {
      if (keep !== null) {
        answer.resume().once('end', keep);
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    incoming.pipe(onward);
  });
  return { ...listener, held };
}
