/** Something that is named by a label, and the turns that show it. */
interface Labelled {
  readonly label: string;
  readonly evidence: readonly number[];
}

/** Each label once, where it was first named, with the turns of all. */
export function united<One extends Labelled>(
  all: readonly One[],
): (One & { evidence: number[] })[] {
  const first = new Map<string, One & { evidence: number[] }>();
  for (const one of all) {
    const evidence = [...(first.get(one.label)?.evidence ?? []), ...one.evidence];
    const kept = first.get(one.label) ?? one;
    first.set(one.label, { ...kept, evidence: [...new Set(evidence)] });
  }
  return [...first.values()];
}
