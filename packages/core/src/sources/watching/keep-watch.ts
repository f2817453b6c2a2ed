import { z } from "zod";
import { sourceId } from "../../ids";
import { tell } from "../../notifications/contract/tell";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** After so many failures in a row the owner learns that changes come later. */
const TRIES_BEFORE_TELLING = 2;
const AGAIN_MS = 3_600_000;

/** Keeps the channel that a provider has opened, and closes the address of the one before. Or notes that it could not be opened. */
export const keepWatch = command("sources.keep-watch", {
  title: "Keep a channel of a source",
  permission: "source.sync",
  input: z.object({
    id: sourceId,
    hookHash: z.string(),
    watch: z
      .object({ id: z.string(), expiresAt: z.date(), resource: z.string().nullable() })
      .nullable(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The source shows its channel." },

  async handle(tools, { id, hookHash, watch }) {
    const { sources, sourceWatches, notices, noticeSettings, clock } = tools;
    const found = await sources.find(id, null);
    if (!found) return;
    const now = clock();
    if (watch) {
      const halfMs = Math.max(60_000, (watch.expiresAt.getTime() - now.getTime()) / 2);
      await sourceWatches.put({
        sourceId: id,
        remoteId: watch.id,
        resource: watch.resource,
        hookHash,
        expiresAt: watch.expiresAt,
        renewAt: new Date(now.getTime() + halfMs),
        renewedAt: now,
      });
      return sourceWatches.closeHooks(id, { but: hookHash });
    }
    const before = await sourceWatches.find(id);
    await sourceWatches.closeHooks(id, { but: before?.hookHash ?? "" });
    const failures = await sourceWatches.noteFailure(id, new Date(now.getTime() + AGAIN_MS));
    if (failures !== TRIES_BEFORE_TELLING) return;
    await tell({ notices, noticeSettings }, [
      {
        userId: found.connection.ownerId,
        kind: "push",
        sourceId: id,
        key: `push:${id}:${before?.renewedAt.toISOString() ?? ""}`,
        createdAt: now,
      },
    ]);
  },
});
