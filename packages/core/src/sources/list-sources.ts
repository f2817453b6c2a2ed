import { z } from "zod";

import { viewerOf } from "../connections/contract/viewer-of";
import { connectionId } from "../ids";
import { query } from "../operation/query";
import { instant } from "../shapes";
import { SourceView } from "./contract/source";
import { sourceViewOf } from "./contract/view-of";

/** Lists the sources of the caller with their counts, and those of the organisation for who may manage them. */
export const listSources = query("sources.list-sources", {
  title: "List sources",
  permission: "source.read",
  input: z.object({ connectionId: connectionId.optional() }),
  output: z.object({ asOf: instant, items: z.array(SourceView) }),
  doors: ["web", "rest"],

  async handle({ sources, sourceItems, actor, clock }, { connectionId: within }) {
    const viewer = viewerOf(actor);
    const found = await sources.list(viewer, { connectionId: within });
    const counts = await sourceItems.count(found.map(({ id }) => id));
    const userId = viewer?.userId ?? null;
    return { asOf: clock(), items: found.map((each) => sourceViewOf(each, { userId, counts })) };
  },
});
