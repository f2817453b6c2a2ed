import { z } from "zod";

import { query } from "../operation/query";
import { MOST_TAGS, Tag } from "./contract";

/** Lists the tags of the workspace by name. Every member knows their names; the numbers count what the caller may see. */
export const listTags = query("tags.list-tags", {
  title: "List tags",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ items: z.array(Tag) }),
  doors: ["web", "rest"],

  handle: async ({ tags }) => ({ items: await tags.list(MOST_TAGS) }),
});
