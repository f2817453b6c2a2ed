import { z } from "zod";
import { platformQuery } from "../../operation/platform";
import { idIn, instant } from "../../shapes";

const part = z.string().max(200).nullable().default(null);

/** Lists the labels of types behind a figure, the newest first. `before` is the type that the person saw. */
export const listLabels = platformQuery("platform.list-labels", {
  title: "List the labels of documents",
  permission: "platform.read",
  input: z.object({
    workspaceId: z.string().max(60).nullable().default(null),
    value: part,
    source: part,
    byId: part,
    week: part,
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: idIn("lab"),
        documentId: idIn("doc"),
        workspaceId: z.string(),
        value: z.string(),
        before: z.string().nullable(),
        how: z.string(),
        byId: z.string(),
        byName: z.string(),
        source: z.string(),
        createdAt: instant,
      }),
    ),
  }),
  doors: ["admin"],

  handle: async ({ db }, { limit, ...filter }) => ({
    items: await db.platform.quality.listLabels(filter, limit),
  }),
});
