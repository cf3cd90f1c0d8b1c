import type { Model } from '../../core/models/model.ts';
import { ModelUnusable } from './errors.ts';

/** The hub that the table's addresses lead to; a token of it is shown to nobody else. */
const HUB = 'https://huggingface.co';

/** Where one file is fetched from. */
export interface Source {
  /** Without credentials: it may be shown. */
  url: string;
  /** Sent to that host alone: a redirect to another one goes without it. */
  authorization: string | null;
}

export interface SourceOptions {
  /** Base address of a mirror that holds the files under their names. */
  mirror?: string | undefined;
  /** A read token of the hub, for files whose terms have to be accepted. */
  token?: string | undefined;
}

/**
 * Where a model's file is fetched from. A mirror may carry a user and a password in its address.
 * @throws ModelUnusable when the model is published nowhere
 */
export function sourceOf(
  { name, file, published, steps }: Model,
  { mirror, token }: SourceOptions,
): Source {
  if (published === null) throw new ModelUnusable(`${name} cannot be pulled: ${steps}`);
  if (mirror) return mirrored(mirror, file);
  const isHub = new URL(published.url).origin === HUB;
  return { url: published.url, authorization: token && isHub ? `Bearer ${token.trim()}` : null };
}

function mirrored(mirror: string, file: string): Source {
  const base = new URL(mirror.endsWith('/') ? mirror : `${mirror}/`);
  const user = [base.username, base.password].map(decodeURIComponent).join(':');
  base.username = '';
  base.password = '';
  const authorization = user === ':' ? null : `Basic ${Buffer.from(user).toString('base64')}`;
  return { url: new URL(file, base).href, authorization };
}
