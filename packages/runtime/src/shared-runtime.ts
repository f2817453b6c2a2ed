import { createRuntime, type Runtime } from "./runtime";

const key = Symbol.for("besunny.runtime");

/** The process's one runtime. Next loads a module once for each of its layers, and each would build pools and children of its own. */
export function sharedRuntime(options: { app: string }): Promise<Runtime> {
  const known: unknown = Reflect.get(globalThis, key);
  if (isRuntime(known)) return known;
  const runtime = createRuntime(options);
  Reflect.set(globalThis, key, runtime);
  runtime.catch(() => Reflect.deleteProperty(globalThis, key));
  return runtime;
}

/** Only this file writes under the key. */
function isRuntime(value: unknown): value is Promise<Runtime> {
  return value instanceof Promise;
}
