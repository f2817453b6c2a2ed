import { z } from "zod";

import { sourceId } from "../../ids";
import { query } from "../../operation/query";

const AT_ONCE = 25;
/** The members of groups are read again after this time. */
const GROUPS_MS = 6 * 3_600_000;

const Sharing = z.object({
  grantsKey: z.string(),
  externalId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  revision: z.string(),
});

/** Lists sharings and groups of a source that are to be read now, some at a time. There are none where the source decides by itself who sees it. */
export const listUnreadSharings = query("sources.list-unread-sharings", {
  title: "List sharings of a source to read",
  permission: "source.sync",
  input: z.object({ id: sourceId }),
  output: z.object({ sharings: z.array(Sharing), groups: z.array(z.string()) }),
  doors: [],

  async handle({ sources, sourcePeople, clock }, { id }) {
    const found = await sources.find(id, null);
    if (found?.visibility !== "source" || found.connection.state === "revoked")
      return { sharings: [], groups: [] };
    const { connectionId } = found;
    const since = new Date(clock().getTime() - GROUPS_MS);
    return {
      sharings: await sourcePeople.listUnread({ sourceId: id, connectionId }, AT_ONCE),
      groups: await sourcePeople.listOldGroups(connectionId, since, AT_ONCE),
    };
  },
});
