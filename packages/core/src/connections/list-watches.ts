import { sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { connectionId, sourceId } from "../ids";
import { oneOf } from "../one-of";
import { query } from "../operation/query";
import { mustFindConnection } from "./contract/must-find";

/** Lists the channels that providers hold open for an account, or for one of its sources. */
export const listWatches = query("connections.list-watches", {
  title: "List the channels of an account",
  permission: "source.read",
  input: z.object({ id: connectionId, sourceId: sourceId.nullable().default(null) }),
  output: z.object({
    watches: z.array(
      z.object({
        id: z.string(),
        resource: z.string().nullable(),
        expiresAt: z.date(),
        kind: z.enum(sourceKinds),
      }),
    ),
  }),
  doors: [],

  async handle({ connections, sourceWatches, actor }, { id, sourceId: source }) {
    await mustFindConnection({ connections, actor }, id);
    const of = source === null ? { connectionId: id } : { connectionId: id, id: source };
    const rows = await sourceWatches.listOf(of);
    return { watches: rows.map((row) => ({ ...row, kind: oneOf(sourceKinds, row.kind) })) };
  },
});
