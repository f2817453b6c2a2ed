import { z } from "zod";

import { tellAdmins } from "../costs/contract/tell-admins";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { meterInput } from "./contract/usage";

/** Tells owners and admins that 80, 95 or 100 percent of a meter are used. A second call for the same adds nothing. */
export const tellLevel = command("usage.tell-level", {
  title: "Tell that a quota runs out",
  permission: "spending.watch",
  input: z.object({
    meter: meterInput,
    level: z.number().int(),
    startsAt: z.iso.date(),
  }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "The notices are the record." },

  async handle(tools, { meter, level, startsAt }) {
    const createdAt = tools.clock();
    // A level may sink and rise again, so people are notified of it once a day.
    const at = startsAt === "1970-01-01" ? createdAt.toISOString().slice(0, 10) : startsAt;
    const key = `quota:${meter}:${at}:${level}`;
    await tellAdmins(tools, { kind: "quota", count: level, key, createdAt });
  },
});
