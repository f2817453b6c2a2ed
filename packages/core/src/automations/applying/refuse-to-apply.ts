import { z } from "zod";

import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Says why a rehearsal is not applied to a document. */
export const refuseToApply = command("automations.refuse-to-apply", {
  title: "Leave a document out of an applied rehearsal",
  permission: "automation.work",
  input: z.object({ itemId: z.string(), because: z.string() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Nothing is changed, and the batch shows the reason." },

  async handle({ rehearsals }, { itemId, because }) {
    await rehearsals.settle(itemId, { refused: because });
  },
});
