import { z } from "zod";

import { personOf } from "../../access/person-of";
import { notFound } from "../../errors";
import { approvalId } from "../../ids";
import { query } from "../../operation/query";
import { Approval, toldApprovals } from "../contract/approval";
import { readerOf } from "../contract/automation";

/** Returns a question with its votes, and with what has changed in the document since it was asked. */
export const getApproval = query("automations.get-approval", {
  title: "Show a question of an automation",
  permission: "approval.decide",
  input: z.object({ id: approvalId }),
  output: Approval,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { approvals, actor, clock } = tools;
    const row = (await approvals.find(id, readerOf(actor))) ?? notFound("Question", id);
    const { id: userId } = personOf(actor);
    const [shown] = await toldApprovals(tools, [row], { userId, now: clock() });
    return shown ?? notFound("Question", id);
  },
});
