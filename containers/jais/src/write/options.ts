/** Options as what they all begin with, which is certain, and what is left to be picked. */
export interface SplitOptions {
  shared: string;
  rests: readonly string[];
}

export function splitOptions(texts: readonly string[]): SplitOptions {
  const [first = [], ...others] = texts.map((text) => Array.from(text));
  const parting = first.findIndex((character, at) =>
    others.some((other) => other[at] !== character),
  );
  const shared = (parting < 0 ? first : first.slice(0, parting)).join('');
  return { shared, rests: texts.map((text) => text.slice(shared.length)) };
}
