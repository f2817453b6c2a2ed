import { z } from "zod";

import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { ModelCall } from "./contract/money";
import { namesOf } from "./contract/names-of";
import { spendingFilterOf, spendingInput } from "./contract/spending-input";
import { callOf } from "./contract/sums";

/** Lists the calls of the workspace to outside models, the newest first. */
export const listCalls = query("costs.list-calls", {
  title: "List calls to models",
  permission: "workspace.update",
  input: z.object({ ...spendingInput, ...paging, cursor: cursorInput }),
  output: pageOf(ModelCall),
  doors: ["web"],

  async handle({ spending, workspaceId, clock, ...tools }, { limit, cursor, ...input }) {
    const filter = spendingFilterOf(input, workspaceId, clock());
    const page = await spending.list(filter, { limit, cursor });
    const people = page.items.map(({ userId: key }) => ({ key }));
    const names = await namesOf(tools, "user", people);
    return { ...page, items: page.items.map((row) => callOf(row, names)) };
  },
});
