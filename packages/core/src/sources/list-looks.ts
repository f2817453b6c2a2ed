import { z } from "zod";

import { sourceId } from "../ids";
import { query } from "../operation/query";
import { instant } from "../shapes";
import { mustFindSource } from "./contract/must-find";
import { LookView } from "./contract/source";
import { lookViewOf } from "./contract/view-of";

/** Lists the last looks at a source, the newest first. Throws `NOT_FOUND`. */
export const listLooks = query("sources.list-looks", {
  title: "List the looks at a source",
  permission: "source.read",
  input: z.object({ id: sourceId, limit: z.number().int().min(1).max(200).default(50) }),
  output: z.object({ asOf: instant, items: z.array(LookView) }),
  doors: ["web"],

  async handle({ sources, sourceLooks, actor, clock }, { id, limit }) {
    await mustFindSource({ sources, actor }, id);
    return { asOf: clock(), items: (await sourceLooks.list(id, limit)).map(lookViewOf) };
  },
});
