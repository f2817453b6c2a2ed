import { z } from "zod";

import { personOf } from "../access/person-of";
import { conflict } from "../errors";
import { command } from "../operation/command";
import { amount, meterInput } from "./contract/usage";

/** Asks the people who run BeSunny for more of a meter. Throws `CONFLICT` while an earlier request waits. */
export const askForMore = command("usage.ask-for-more", {
  title: "Ask for more",
  permission: "workspace.update",
  input: z.object({
    meter: meterInput,
    /** The limit that is wanted. */
    wanted: amount.min(1),
    reason: z.string().trim().min(1).max(1000),
  }),
  output: z.object({ id: z.string() }),
  doors: ["web", "rest"],

  async handle({ usage, actor, clock, changed }, { meter, wanted, reason }) {
    const given = { meter, wanted, reason, askedById: personOf(actor).id, askedAt: clock() };
    const id = await usage.ask(given);
    if (id === null) conflict("More of this was asked for already", "Wait for the answer.");
    changed({ subject: id, before: {}, after: { meter, wanted } });
    return { id };
  },
});
