import { isFailure, SourceFailure } from "@besunny/connectors/sources/failures";
import { z } from "zod";

import { accountOf } from "../../connections/contract/account-of";
import { troubleOf } from "../../connections/contract/trouble-of";
import { findConnection } from "../../connections/find-connection";
import { noteTrouble } from "../../connections/note-trouble";
import { sourceId } from "../../ids";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { describeSource } from "../fetching/describe-source";
import { storedOf } from "./keep-grants";
import { keepSharings } from "./keep-sharings";
import { listUnreadSharings } from "./list-unread-sharings";

/**
 * Reads some of the sharings that a listing did not carry, each once however many items have it, and the members of groups. What may not be read shows its
 * documents to nobody. A provider that asks to wait, or is away, ends it until the next look.
 */
export const fetchSharings = flow("sources.fetch-sharings", {
  title: "Read the sharings of a source",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: z.object({ isOver: z.boolean() }),
  doors: [],
  uses: ["sources"],
  audit: { notAudited: "Keeping the sharings is followed by the documents, which are recorded." },

  async handle({ caller, sources }, { id }) {
    const unread = await listUnreadSharings(caller, { id });
    if (unread.sharings.length + unread.groups.length === 0) return { isOver: true };
    const source = await describeSource(caller, { id });
    const adapter = await sources.of(source.kind, source);
    if (!adapter.grants) return { isOver: true };
    const { connectionId, root } = source;
    const connection = await findConnection(asJob(caller, "sync-source"), { id: connectionId });
    const account = accountOf(caller, connection);
    const sharings: Parameters<typeof keepSharings>[1]["sharings"] = [];
    const groups: Parameters<typeof keepSharings>[1]["groups"] = [];
    let stop: SourceFailure | null = null;
    try {
      for (const { grantsKey, externalId, ...item } of unread.sharings) {
        const asked = adapter.grants(account, { ...item, id: externalId, root });
        const grants = await unlessClosed(asked);
        sharings.push({ grantsKey, grants: grants?.map(storedOf) ?? null });
      }
      for (const ref of unread.groups) {
        const addresses = adapter.members && (await unlessClosed(adapter.members(account, ref)));
        groups.push({ ref, addresses: addresses ?? [] });
      }
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      stop = error;
    }
    await keepSharings(caller, { id, sharings, groups });
    if (stop) await noteTrouble(caller, { id: connectionId, trouble: troubleOf(stop) });
    return { isOver: stop !== null };
  },
});

/** Returns null for what this account may not read. */
async function unlessClosed<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const isClosed =
      isFailure(error, "item-forbidden") ||
      isFailure(error, "item-gone") ||
      isFailure(error, "refused");
    if (isClosed) return null;
    throw error;
  }
}
