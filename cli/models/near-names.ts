/** Names that somebody may have meant: those within a typing mistake or two, else those that hold it. */
export function nearNames(typed: string, names: readonly string[]): string[] {
  const near = names.filter((name) => distance(typed, name) <= 2);
  return near.length > 0 ? near : names.filter((name) => name.includes(typed)).slice(0, 5);
}

/** Insertions, deletions and substitutions that make one word the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of one.split('').entries()) {
    const next = [at + 1];
    for (const [column, otherLetter] of other.split('').entries()) {
      const substituted = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
