/** Words alone: no case, no punctuation but the apostrophe within a word. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}' ]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Words to change, leave out or put in until `heard` is `said`: Levenshtein's distance. */
export function wordErrors(said: readonly string[], heard: readonly string[]): number {
  let before = Array.from({ length: heard.length + 1 }, (_, at) => at);
  said.forEach((word, row) => {
    const line = [row + 1];
    heard.forEach((other, column) => {
      const changed = (before[column] ?? 0) + (word === other ? 0 : 1);
      line.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    });
    before = line;
  });
  return before.at(-1) ?? 0;
}
