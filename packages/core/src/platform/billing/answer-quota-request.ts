import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { amount } from "../../usage/contract/usage";
import { noteIn } from "../people/note-in";

/** Answers a request for more. Granting it sets the limit of the workspace, at once. Throws `CONFLICT` if it was answered before. */
export const answerQuotaRequest = platformCommand("platform.answer-quota-request", {
  title: "Answer a request for more",
  permission: "people.manage",
  input: z.object({
    id: z.string().max(60),
    /** The new limit; null refuses the request. */
    hard: amount.min(1).nullable(),
    answer: z.string().trim().max(1000).default(""),
  }),
  output: nothing,
  doors: ["admin"],

  async handle(tools, { id, hard, answer }) {
    const { plans, clock, changed } = tools;
    const at = clock();
    const request = (await plans.findRequest(id)) ?? notFound("Request", id);
    const { workspaceId, meter } = request;
    const state = hard === null ? "refused" : "granted";
    if (!(await plans.answer(id, { state, answer, answeredAt: at })))
      conflict("This request was answered already");
    if (hard !== null) await plans.setLimit(workspaceId, meter, { soft: null, hard }, at);
    const change = {
      subject: id,
      before: { state: "open" },
      after: { state, ...(hard !== null && { [meter]: hard }) },
    };
    changed(change);
    await noteIn(tools, workspaceId, { operation: "platform.answer-quota-request", change });
  },
});
