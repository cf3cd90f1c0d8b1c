import { openStore } from '../local/store.ts';
import { StoredCalls } from './stored-calls.ts';

/** Lets an action read what a state directory holds, whether a system runs on it or not. */
export async function withStoredCalls<T>(
  stateDirectory: string,
  action: (stored: StoredCalls) => Promise<T>,
): Promise<T> {
  const store = await openStore(stateDirectory);
  try {
    return await action(new StoredCalls(store.endpoints));
  } finally {
    await store.close();
  }
}
