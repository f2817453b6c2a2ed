import { z } from "zod";

import { trashFromSource } from "../../documents/contract/taking/trash-from-source";
import { sourceId } from "../../ids";
import { command } from "../../operation/command";

const AT_ONCE = 200;

/** Clears some of what a removed source holds: its documents go to the trash, but where they are kept. Removes the source at the end. */
export const erasePage = command("sources.erase-page", {
  title: "Clear a removed source",
  permission: "source.sync",
  input: z.object({ id: sourceId, keeps: z.boolean() }),
  output: z.object({ isOver: z.boolean() }),
  doors: [],
  timeoutSeconds: 120,

  async handle(tools, { id, keeps }) {
    const { sources, sourceItems, sourceWatches, changed } = tools;
    const found = await sources.findAny(id);
    if (!found?.removedAt) return { isOver: true };
    const items = await sourceItems.takeOut(id, AT_ONCE);
    const documentIds = items.flatMap(({ documentId }) => documentId ?? []);
    if (!keeps && documentIds.length > 0)
      await trashFromSource(tools, { documentIds, reason: "source-removed" });
    if (items.length === AT_ONCE) return { isOver: false };
    await sourceWatches.remove(id);
    await sources.remove(id);
    changed({ subject: id, before: { isThere: true }, after: { isThere: false } });
    return { isOver: true };
  },
});
