/**
 * A function that works its answer out once for each object it is asked about, and keeps it for as
 * long as that object lives: indexes of phrases are built once for settings, not once a call.
 */
export function oncePer<Key extends object, Value>(
  build: (key: Key) => Value,
): (key: Key) => Value {
  const built = new WeakMap<Key, Value>();
  return (key) => {
    const known = built.get(key);
    if (known !== undefined) return known;
    const value = build(key);
    built.set(key, value);
    return value;
  };
}
