import type { Entry } from "../src/catalogue";
import type { PlatformContext, WorkspaceContext } from "../src/context";

type Context = WorkspaceContext | PlatformContext;
type Execute = (
  ctx: Context,
  input: unknown,
  signal?: AbortSignal,
) => Promise<unknown> | AsyncGenerator<unknown>;

/** Runs an operation of the catalogue. Returns its output; of a stream, its first items, two at most. */
export async function runEntry(entry: Entry, ctx: Context, input: unknown): Promise<unknown> {
  const stopping = new AbortController();
  const result = executeOf(entry)(ctx, input, stopping.signal);
  if (!(Symbol.asyncIterator in result)) return result;
  const items = [];
  for await (const item of result) {
    items.push(item);
    if (items.length === 2) break;
  }
  stopping.abort();
  return items;
}

/** An entry is the operation itself; the catalogue's type leaves out how it is called, which differs for each. */
function executeOf(entry: Entry): Execute {
  if (typeof entry !== "function") throw new Error(`${entry.name} cannot be called`);
  return entry as Execute;
}
