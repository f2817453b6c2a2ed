import { z } from "zod";
import { ModelCall } from "../../costs/contract/money";
import { spendingFilterOf, spendingInput } from "../../costs/contract/spending-input";
import { callOf } from "../../costs/contract/sums";
import { cursorInput } from "../../cursor-input";
import { platformQuery } from "../../operation/platform";
import { pageOf, paging } from "../../shapes";

/** Lists the calls of all workspaces, or of one, to outside models, the newest first. */
export const listAllCalls = platformQuery("platform.list-all-calls", {
  title: "List calls of all workspaces to models",
  permission: "platform.read",
  input: z.object({
    ...spendingInput,
    ...paging,
    cursor: cursorInput,
    workspaceId: z.string().max(60).nullable().default(null),
  }),
  output: pageOf(ModelCall),
  doors: ["admin"],

  async handle({ db, clock }, { workspaceId, limit, cursor, ...input }) {
    const filter = spendingFilterOf(input, workspaceId, clock());
    const page = await db.platform.spending.list(filter, { limit, cursor });
    const names = await db.platform.names.of(page.items.flatMap(({ userId }) => userId ?? []));
    return { ...page, items: page.items.map((row) => callOf(row, names)) };
  },
});
