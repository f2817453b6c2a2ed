/** Returns what a thing of unknown form holds under a name; undefined if it holds nothing there. */
export function heldBy(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}

/** Returns the text that a thing holds under a name; null if there is none. */
export function textOf(of: unknown, name: string): string | null {
  const value = heldBy(of, name);
  return typeof value === "string" ? value : null;
}
