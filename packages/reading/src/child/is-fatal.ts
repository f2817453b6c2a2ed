/**
 * Returns true if an error may affect more files than this one. A library in WebAssembly is loaded once and keeps its memory between files.
 * After a trap or without memory, it may fail each later file.
 */
export function isFatal(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true;
  if (error instanceof RangeError) return /allocation|out of memory/i.test(error.message);
  return error instanceof Error && error.cause !== undefined && isFatal(error.cause);
}
