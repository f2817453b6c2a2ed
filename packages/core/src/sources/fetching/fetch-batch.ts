import { randomUUID } from "node:crypto";
import { isFailure, SourceFailure } from "@besunny/connectors/sources/failures";
import type { Account, Source } from "@besunny/connectors/sources/source";
import { safeName } from "@besunny/document-model/safe-name";
import { z } from "zod";

import { accountOf } from "../../connections/contract/account-of";
import { troubleOf } from "../../connections/contract/trouble-of";
import { findConnection } from "../../connections/find-connection";
import { noteTrouble } from "../../connections/note-trouble";
import type { Tools } from "../../context";
import { keepText, removeCopies } from "../../documents/contract/taking/version-files";
import { LARGEST_FILE_BYTES } from "../../documents/contract/upload-limits";
import { findTakenFile } from "../../documents/versions/find-taken-file";
import { sourceId } from "../../ids";
import type { Caller } from "../../operation/caller";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { asStorageFull } from "../../storage-full";
import { fetchInto } from "../contract/fetch-into";
import type { Work } from "../contract/work";
import { claimItems } from "./claim-items";
import { describeSource } from "./describe-source";
import { releaseItems } from "./release-items";
import { settleItem } from "./settle-item";
import { takeSourceItem } from "./take-source-item";

/** Items that are fetched at the same time, of one source. */
const TOGETHER = 5;

type Claimed = Awaited<ReturnType<typeof claimItems>>["items"][number];
type At = {
  caller: Caller;
  files: Tools["files"];
  source: Pick<Work, "id" | "root">;
  adapter: Source;
  account: Account;
  signal: AbortSignal;
};

/**
 * Fetches the next 25 items of a source into storage and makes documents of them. What cannot be fetched is settled, one by one, and stops
 * nothing. A provider that asks to wait stops the batch: its items go back, and that is no try.
 */
export const fetchBatch = flow("sources.fetch-batch", {
  title: "Fetch the next items of a source",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: z.object({ fetched: z.number(), isOver: z.boolean(), until: z.date().nullable() }),
  doors: [],
  uses: ["sources", "files"],
  audit: { notAudited: "Taking an item records it." },

  async handle({ caller, sources, files, signal = new AbortController().signal }, { id }) {
    const { items, until } = await claimItems(caller, { id });
    if (items.length === 0) return { fetched: 0, isOver: true, until };
    const source = await describeSource(caller, { id });
    const connection = await findConnection(asJob(caller, "fetch-items"), {
      id: source.connectionId,
    });
    const adapter = await sources.of(source.kind, source);
    const at = { caller, files, source, adapter, account: accountOf(caller, connection), signal };
    const waiting = [...items];
    const done = { fetched: 0 };
    const away: { externalId: string; error: SourceFailure }[] = [];
    let stop: SourceFailure | null = null;

    const work = async () => {
      for (let item = waiting.shift(); item && !stop; item = waiting.shift()) {
        try {
          await fetchOne(at, item);
          done.fetched += 1;
        } catch (error) {
          const { externalId } = item;
          if (isFailure(error, "provider-down")) away.push({ externalId, error });
          else await releaseItems(caller, { id, externalIds: [externalId], until: null });
          if (!(error instanceof SourceFailure)) throw error;
          if (error.kind !== "provider-down" || away.length > TOGETHER) stop = error;
        }
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: TOGETHER }, work));
    stop ??= await settleAway(caller, id, { away, isUp: done.fetched > 0 });
    if (waiting.length > 0) {
      const externalIds = waiting.map(({ externalId }) => externalId);
      await releaseItems(caller, { id, externalIds, until: null });
    }
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    return { ...done, ...(await ended(caller, source.connectionId, stop)) };
  },
});

/**
 * Settles items at which the provider failed. If it gave others meanwhile, it is about these items, and they had a try. If it gave none it is away,
 * which is nobody's fault: they go back, and the batch stops.
 */
async function settleAway(
  caller: Caller,
  id: string,
  { away, isUp }: { away: { externalId: string; error: SourceFailure }[]; isUp: boolean },
): Promise<SourceFailure | null> {
  for (const { externalId, error } of away)
    if (isUp) await settleItem(caller, { id, externalId, outcome: failedBy(error) });
    else await releaseItems(caller, { id, externalIds: [externalId], until: null });
  return isUp ? null : (away[0]?.error ?? null);
}

/** Notes why a batch stopped, if it did. */
async function ended(caller: Caller, id: string, stop: SourceFailure | null) {
  if (!stop) return { isOver: false, until: null };
  await noteTrouble(caller, { id, trouble: troubleOf(stop) });
  const until = isFailure(stop, "throttled") ? stop.details.until : null;
  return { isOver: true, until };
}

async function fetchOne(at: At, item: Claimed): Promise<void> {
  const { caller, files, source, adapter, account, signal } = at;
  const { id } = source;
  const { externalId, name, mediaType, revision } = item;
  const key = `uploads/${caller.workspaceId}/${randomUUID()}`;
  try {
    const ref = { id: externalId, name, mediaType, revision, root: source.root };
    const stored = await fetchInto(files, { key, mostBytes: LARGEST_FILE_BYTES }, (into) =>
      adapter.fetch(account, ref, into, signal),
    );
    if (stored.size === 0) throw empty();
    const before = await findTakenFile(caller, { sourceId: id, externalId });
    const { workspaceId } = caller;
    if (before) await keepText(files, { ...before, workspaceId });
    const { isUsed } = await takeSourceItem(caller, {
      id,
      externalId,
      revision: stored.revision,
      fileName: safeName(stored.fileName) || "Untitled",
      mediaType: stored.mediaType,
      size: stored.size,
      contentHash: stored.contentHash,
      storageKey: key,
      mail: stored.mail ?? null,
      modifiedAt: stored.modifiedAt ?? null,
    });
    if (!isUsed) await files.remove(key);
    else if (before) await removeCopies(files, workspaceId, before.id);
  } catch (error) {
    await files.remove(key);
    await settle(caller, { id, externalId }, error);
  }
}

/** Settles what is about this item alone; rejects with what concerns the whole source. */
async function settle(
  caller: Caller,
  item: { id: string; externalId: string },
  error: unknown,
): Promise<void> {
  if (isFailure(error, "not-fetchable"))
    return settleItem(caller, {
      ...item,
      outcome: { kind: "skipped", reason: error.details.skip },
    });
  if (isFailure(error, "item-gone"))
    return settleItem(caller, { ...item, outcome: { kind: "gone", why: "deleted" } });
  if (error instanceof SourceFailure && !isOfItem(error)) throw error;
  const full = asStorageFull(error);
  if (full) throw full;
  if (!(error instanceof SourceFailure)) throw error;
  await settleItem(caller, { ...item, outcome: failedBy(error) });
}

function failedBy(error: SourceFailure) {
  const isForbidden = error.kind === "item-forbidden";
  return {
    kind: "failed" as const,
    code: isForbidden ? "forbidden" : error.kind,
    message: error.message.slice(0, 500),
    remedy: isForbidden
      ? "Ask who owns it to let the account read it, then try again."
      : "Open it at its source. If it is whole there, try again.",
  };
}

function isOfItem({ kind }: SourceFailure): boolean {
  return kind === "item-forbidden" || kind === "refused";
}

function empty() {
  return new SourceFailure("not-fetchable", "It has no content.", { skip: "empty" });
}
