import { z } from "zod";
import { query } from "../../operation/query";
import { HoldSummary, holdKinds, holdStateAt } from "../contract/hold";
import { aboutHold } from "./about-hold";

const MOST = 500;

/** Lists the holds of the workspace, the newest first, with those that have ended. */
export const listHolds = query("privacy.list-holds", {
  title: "List holds",
  permission: "privacy.manage",
  input: z.object({}),
  output: z.object({ items: z.array(HoldSummary) }),
  doors: ["web"],

  async handle(tools) {
    const now = tools.clock();
    const items = [];
    for (const hold of await tools.legalHolds.list(MOST))
      items.push({
        ...hold,
        kind: z.enum(holdKinds).parse(hold.kind),
        about: await aboutHold(tools, hold),
        state: holdStateAt(now, hold),
      });
    return { items };
  },
});
