import { z } from "zod";
import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { Brief } from "./contract/brief";
import { briefsFor } from "./contract/read-brief";

/** Lists the briefs of the caller for meetings that are not over, the earliest first. */
export const listUpcoming = query("briefs.list-upcoming", {
  title: "List my briefs",
  permission: "document.read",
  input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
  output: z.object({ items: z.array(Brief) }),
  doors: ["web"],

  async handle(tools, { limit }) {
    const { id } = personOf(tools.actor);
    return { items: await briefsFor(tools, await tools.briefs.list(id, tools.clock(), limit)) };
  },
});
