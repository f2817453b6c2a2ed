import { Writable } from "node:stream";
import { createDriveSource } from "@besunny/connectors/sources/google/drive";
import { createLimiter } from "@besunny/connectors/sources/limiter";
import type {
  Account,
  Cursor,
  ItemRef,
  RootRef,
  Sink,
  Source,
} from "@besunny/connectors/sources/source";
import { watched } from "./resident";

/** One measure of the adapter of Drive, in a process of its own so that its memory is its own. */
export type Work =
  | { kind: "list" }
  | { kind: "begin" }
  | { kind: "look"; cursor: Cursor }
  | { kind: "pump"; count: number; atOnce: number }
  | { kind: "fetch"; id: string };
export type Done = {
  seconds: number;
  megabytes: number;
  items: number;
  bytes: number;
  cursor: Cursor;
};

const root: RootRef = { type: "mine" };
const never = new AbortController().signal;

async function work(asked: Work, source: ReturnType<typeof createDriveSource>, account: Account) {
  const done = { items: 0, bytes: 0, cursor: "" };
  const refs: ItemRef[] = [];
  const list = async (most: number) => {
    for await (const { items } of source.enumerate(account, root, null, never)) {
      for (const { id, name, mediaType, revision, isFolder } of items) {
        if (isFolder) continue;
        done.items += 1;
        if (most > 0 && mediaType === "text/plain")
          refs.push({ id, name, mediaType, revision, root });
      }
      if (most > 0 && refs.length >= most) return;
    }
  };
  const into = {
    open: () =>
      new Writable({
        write(part: Buffer, _, next) {
          done.bytes += part.byteLength;
          next();
        },
      }),
  };
  const acts: Record<Work["kind"], () => Promise<void>> = {
    list: () => list(0),
    begin: async () => {
      done.cursor = await source.begin(account, root);
    },
    look: async () => {
      const since = asked.kind === "look" ? asked.cursor : "";
      for await (const page of source.changes(account, root, since, never)) {
        done.items += page.changes.length;
        done.cursor = page.cursor;
      }
    },
    pump: async () => {
      if (asked.kind !== "pump") return;
      const waiting = refs.slice(0, asked.count);
      done.items = waiting.length;
      const carry = async () => {
        for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
          await source.fetch(account, ref, into, never);
        }
      };
      await Promise.all(Array.from({ length: asked.atOnce }, carry));
    },
    fetch: async () => {
      const id = asked.kind === "fetch" ? asked.id : "";
      done.bytes = 0;
      const ref = { id, name: "Big.bin", mediaType: "video/mp4", revision: "1", root };
      await source.fetch(account, ref, into, never);
      done.items = 1;
    },
  };
  if (asked.kind === "pump") await list(asked.count);
  if (asked.kind === "fetch") await warmUp(source, account, list, refs, into);
  const { seconds, megabytes } = await watched(acts[asked.kind]);
  return { ...done, seconds, megabytes };
}

/** A worker has fetched before: what the SDK loads at first is not part of a large file. */
async function warmUp(
  source: Source,
  account: Account,
  list: (most: number) => Promise<void>,
  refs: readonly ItemRef[],
  into: Sink,
): Promise<void> {
  await list(50);
  for (const ref of refs.slice(0, 50)) await source.fetch(account, ref, into, never);
}

const [url = "", token = "", asked = "{}"] = process.argv.slice(2);
const account: Account = {
  id: "con_bench",
  provider: "google",
  subject: null,
  address: null,
  settings: {},
  token: async () => token,
  refresh: async () => token,
};
const source = createDriveSource({ limiter: createLimiter({ paces: {} }), apiUrl: url });
process.send?.(await work(JSON.parse(asked) as Work, source, account));
