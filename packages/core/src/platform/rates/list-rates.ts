import { z } from "zod";

import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { ofWorkspace } from "../people/contract";
import { Rate, rateBuckets, usualRates } from "./contract";

/** Returns the limits of requests of a workspace, and which of them are its own. */
export const listRates = platformQuery("platform.list-rates", {
  title: "List the limits of a workspace",
  permission: "platform.read",
  input: ofWorkspace,
  output: z.object({ items: z.array(Rate) }),
  doors: ["admin"],

  async handle({ db }, { id }) {
    if (!(await db.platform.workspaces.find(id))) notFound("Workspace", id);
    const own = new Map((await db.platform.rates.listOf(id)).map((row) => [row.bucket, row]));
    return {
      items: rateBuckets.map((bucket) => {
        const set = own.get(bucket);
        return {
          bucket,
          points: set?.points ?? usualRates[bucket],
          usual: usualRates[bucket],
          isOwn: set !== undefined,
          reason: set?.reason ?? null,
          changedById: set?.changedById ?? null,
          changedAt: set?.changedAt ?? null,
        };
      }),
    };
  },
});
