import { z } from "zod";

import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Decides whether calls whose price nobody knows go out. Budgets cannot hold them. */
export const setUnknownPrice = command("costs.set-unknown-price", {
  title: "Decide about unknown prices",
  permission: "workspace.update",
  input: z.object({ unknownPrice: z.enum(["go", "stop"]) }),
  output: nothing,
  doors: ["web"],

  async handle({ budgets, workspaceId, changed }, { unknownPrice }) {
    const before = (await budgets.mayPayUnknown()) ? "go" : "stop";
    await budgets.setUnknownPrice(unknownPrice);
    changed({ subject: workspaceId, before: { unknownPrice: before }, after: { unknownPrice } });
  },
});
