import { z } from "zod";

import { command } from "../operation/command";
import { nothing } from "../shapes";
import { tellAdmins } from "./contract/tell-admins";

/** Tells owners and admins that a model that the workspace uses ends in 60, 30 or 7 days. A second call for the same adds nothing. */
export const tellRetirement = command("costs.tell-retirement", {
  title: "Tell that a model ends",
  permission: "spending.watch",
  input: z.object({
    model: z.string(),
    endsOn: z.iso.date(),
    /** The warning: 60, 30 or 7 days before. */
    warning: z.number().int(),
  }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "The notices are the record." },

  async handle(tools, { model, endsOn, warning }) {
    const createdAt = tools.clock();
    const key = `retirement:${model}:${endsOn}:${warning}`;
    await tellAdmins(tools, { kind: "retirement", day: endsOn, count: warning, key, createdAt });
  },
});
