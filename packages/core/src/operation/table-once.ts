/**
 * Returns the process's one table under a name. Next loads a module once for each of its layers. With a table for each, a layer would not know
 * the callers that another one made.
 */
export function tableOnce<Value>(name: string): WeakMap<object, Value> {
  const key = Symbol.for(`besunny.${name}`);
  const known: unknown = Reflect.get(globalThis, key);
  if (isTable<Value>(known)) return known;
  const table = new WeakMap<object, Value>();
  Reflect.set(globalThis, key, table);
  return table;
}

/** Only this file writes under the key. */
function isTable<Value>(value: unknown): value is WeakMap<object, Value> {
  return value instanceof WeakMap;
}
