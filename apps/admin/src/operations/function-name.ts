/** The engine names a function by its app first; there is one app. */
export function functionName(functionId: string): string {
  return functionId.replace(/^besunny-/, "");
}
