/**
 * Whether what holds more than this file fell over: a library in WebAssembly is loaded once and keeps its memory from file
 * to file, so after a trap or without memory it may fail every file after this one.
 */
export function isFatal(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true;
  if (error instanceof RangeError) return /allocation|out of memory/i.test(error.message);
  return error instanceof Error && error.cause !== undefined && isFatal(error.cause);
}
