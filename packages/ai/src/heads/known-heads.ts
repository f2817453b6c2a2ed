import { type Head, readHead } from "./head-file";

/** Heads that stay in memory: one or two for each of the workspaces that work now. */
const MOST_KNOWN = 6;
const known = new Map<string, Head>();

/** Returns the head of a file, which is read once. The caller has compared the file with `sha256`. */
export function knownHead({ sha256, bytes }: { sha256: string; bytes: Uint8Array }): Head {
  const head = known.get(sha256) ?? readHead(bytes);
  known.delete(sha256);
  known.set(sha256, head);
  const oldest = known.keys().next();
  if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  return head;
}
