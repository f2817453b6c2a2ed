/** Returns the function under the operation's name, which stack traces, profilers and doors then show. */
export function named<Execute extends (...given: never[]) => unknown, Facts extends object>(
  execute: Execute,
  name: string,
  facts: Facts,
): Execute & Facts & { readonly name: string } {
  Object.defineProperty(execute, "name", { value: name });
  return Object.assign(execute, facts);
}
