import { z } from "zod";
import { notFound } from "../../errors";
import { sourcePeopleChanged } from "../../events";
import { sourceId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

const StoredGrant = z.object({ kind: z.string(), value: z.string() });

/** Keeps sharings and members of groups that were read. The documents follow. Of a sharing that could not be read `grants` is null: nobody sees it. */
export const keepSharings = command("sources.keep-sharings", {
  title: "Keep sharings of a source",
  permission: "source.sync",
  input: z.object({
    id: sourceId,
    sharings: z.array(z.object({ grantsKey: z.string(), grants: z.array(StoredGrant).nullable() })),
    groups: z.array(z.object({ ref: z.string(), addresses: z.array(z.string()) })),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Documents whose access changes because of it are recorded." },

  async handle({ sources, sourcePeople, workspaceId, clock, emit }, { id, sharings, groups }) {
    if (sharings.length + groups.length === 0) return;
    const { connectionId } = (await sources.findAny(id)) ?? notFound("Source", id);
    const unreadable = [{ kind: "unreadable", value: "" }];
    const sets = sharings.map(({ grantsKey, grants }) => ({
      grantsKey,
      grants: grants?.length ? grants : unreadable,
    }));
    if (sets.length > 0) await sourcePeople.putGrants(connectionId, sets);
    const at = clock();
    for (const { ref, addresses } of groups)
      await sourcePeople.putGroup(connectionId, ref, addresses, at);
    emit(sourcePeopleChanged.of({ workspaceId, sourceId: id, after: null }));
  },
});
