import { z } from "zod";

import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { View } from "./contract/view";
import { showViews } from "./show-view";

/** More views than these nobody keeps apart. */
const MOST = 200;

/** Lists the caller's views and those that others share, by name, each with the number of its new documents. */
export const listViews = query("views.list-views", {
  title: "List saved views",
  permission: "document.search",
  input: z.object({}),
  output: z.object({ items: z.array(View) }),
  doors: ["web", "rest"],

  async handle(tools) {
    const rows = await tools.views.list(personOf(tools.actor).id, MOST);
    return { items: await showViews(tools, rows) };
  },
});
