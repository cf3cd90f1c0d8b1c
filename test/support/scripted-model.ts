import { listen, readBody } from '../../local/services/http.ts';

/** What a container is asked. */
export interface Asked {
  count?: string[];
  prefix?: string;
  branches?: { name: string }[];
}

/** What a container answers an invocation with; null gives none and hangs. */
export type Invocation = (request: Asked) => { status?: number; body: unknown } | null;

const MODEL = { name: 'scripted', sha256: 'abc', contextTokens: 2048 };

/** Counts a token for every four characters, and answers what it is told to. */
export const answering =
  (answers: unknown): Invocation =>
  ({ count }) => ({
    body:
      count === undefined
        ? {
            answers,
            usage: { promptTokens: 1, cachedTokens: 0, completionTokens: 1 },
            model: MODEL,
          }
        : { counts: count.map((text) => Math.ceil(text.length / 4)), model: MODEL },
  });

export const refusing =
  (status: number, code: string, more: object = {}): Invocation =>
  () => ({ status, body: { error: { code, message: 'no', ...more } } });

/** A container that is healthy, keeps what it is asked, and follows a script. */
export async function aScriptedModel() {
  const script: { behave: Invocation; asked: Asked[] } = { behave: answering({}), asked: [] };
  const listener = await listen(async (request, response) => {
    const asked = JSON.parse((await readBody(request)).toString()) as Asked;
    script.asked.push(asked);
    const answer = script.behave(asked);
    if (answer === null) return;
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  return {
    script,
    container: { healthy: async () => listener.endpoint },
    close: () => listener.close(),
  };
}
