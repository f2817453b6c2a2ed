import { z } from "zod";

import { personOf } from "../../access/person-of";
import { conflict, forbidden, invalidInput, notFound } from "../../errors";
import { approvalId } from "../../ids";
import { command } from "../../operation/command";
import { Approval, toldApprovals } from "../contract/approval";
import { readerOf } from "../contract/automation";
import { peopleOf } from "../contract/owner";
import { tellAsked } from "../contract/tell-asked";

/** Lets somebody else answer too, for example while the caller is away. Only a member who sees the document can. */
export const passOnApproval = command("automations.pass-on-approval", {
  title: "Pass a question of an automation on",
  permission: "approval.decide",
  input: z.object({ id: approvalId, userId: z.string().min(1).max(60) }),
  output: Approval,
  doors: ["web", "rest"],

  async handle(tools, { id, userId }) {
    const { approvals, documents, actor, clock, changed } = tools;
    const person = personOf(actor);
    const reader = readerOf(actor);
    await approvals.lock(id);
    const row = (await approvals.find(id, reader)) ?? notFound("Question", id);
    if (row.state !== "open") conflict("This was already decided", "Nothing was changed.");
    if (!row.asked.includes(person.id)) forbidden("passing on what others are asked");
    const document = (await documents.find(row.documentId)) ?? notFound("Question", id);
    const other = (await peopleOf(tools)).get(userId);
    if (!other?.principals.some((each) => document.access.includes(each)))
      invalidInput("This person does not see the document. Choose another one, or share it first.");
    if (!row.allowSelf && userId === row.broughtBy)
      invalidInput("The document came from this person, who may not answer. Choose another one.");
    await approvals.addAsked(id, userId);
    changed({
      subject: id,
      before: { asked: row.asked },
      after: { asked: [...row.asked, userId] },
    });
    await tellAsked(tools, { approvalId: id, documentId: row.documentId, asked: [userId] });
    const again = (await approvals.find(id, reader)) ?? notFound("Question", id);
    const [shown] = await toldApprovals(tools, [again], { userId: person.id, now: clock() });
    return shown ?? notFound("Question", id);
  },
});
