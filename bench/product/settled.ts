import { setTimeout as sleep } from "node:timers/promises";

import type { Product } from "./product";

const STALLED_MS = 20 * 60_000;
const LOOK_MS = 1_000;

/** Resolves once no document of the workspace waits or is processed. */
export async function allSettled({ trpc }: Product): Promise<void> {
  const giveUpAt = Date.now() + STALLED_MS;
  for (;;) {
    const { items } = await trpc.documents.list.query({
      status: ["pending", "processing"],
      limit: 1,
    });
    if (items.length === 0) return;
    if (Date.now() > giveUpAt) throw new Error("The documents are not being read");
    await sleep(LOOK_MS);
  }
}
