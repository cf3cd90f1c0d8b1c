import { request } from 'node:http';
import { listen, type Listener } from '../../local/services/http.ts';

/** A proxy that keeps the first request which matches from being answered. */
export interface HoldingProxy extends Listener {
  /** Resolves when a request is held. */
  held: Promise<void>;
}

/** Passes requests on to an endpoint, but for the first one that matches. */
export async function holdFirst(
  endpoint: string,
  matches: (method: string, path: string) => boolean,
): Promise<HoldingProxy> {
  let hold: (() => void) | null = null;
  const held = new Promise<void>((resolve) => {
    hold = resolve;
  });
  const listener = await listen(async (incoming, response) => {
    const { method = '', url = '', headers } = incoming;
    if (hold !== null && matches(method, url)) {
      hold();
      hold = null;
      return;
    }
    const onward = request(`${endpoint}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    incoming.pipe(onward);
  });
  return { ...listener, held };
}
