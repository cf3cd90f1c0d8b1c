/** Something that was said of a part of a call, with the turns that show it. */
export interface Note {
  readonly text: string;
  readonly evidence: readonly number[];
}

/**
 * How a value is told anew from those of windows, where it can't be put together without a model:
 * the task's questions are asked once more, over what the windows' values say.
 */
export interface Retelling<Value> {
  notes(value: Value): readonly Note[];
  /** A value whose evidence names notes, with the turns that show these in their place. */
  cite(value: Value, notes: readonly Note[]): Value;
}
