import { z } from "zod";

import type { Person } from "../../access/actor";
import { personOf } from "../../access/person-of";
import { conflict, forbidden, notFound } from "../../errors";
import { approvalId } from "../../ids";
import { command } from "../../operation/command";
import { Approval, toldApprovals, votes } from "../contract/approval";
import { readerOf } from "../contract/automation";
import { goOnBy } from "../contract/go-on";

/** A click in Slack comes in by a way of its own, which has no key. */
function viaOf({ via }: Person): string {
  if (via.kind === "session") return "web";
  return via.id === "slack" ? "slack" : "rest";
}

/**
 * Answers a question of an automation. The vote, the decision and the going on of the run are one transaction. Throws `CONFLICT` if it was decided
 * before, or if the document is not as the caller has seen it.
 */
export const decideApproval = command("automations.decide-approval", {
  title: "Approve or reject",
  permission: "approval.decide",
  input: z.object({
    id: approvalId,
    vote: z.enum(votes),
    note: z.string().trim().max(1_000).default(""),
    seen: z.string().max(40).meta({ description: "The `seen` of the question as it was shown" }),
  }),
  output: Approval,
  doors: ["web", "rest"],

  async handle(tools, { id, vote, note, seen }) {
    const { approvals, actor, clock, changed } = tools;
    const person = personOf(actor);
    await approvals.lock(id);
    const reader = readerOf(actor);
    const row = (await approvals.find(id, reader)) ?? notFound("Question", id);
    const now = clock();
    const told = async () => {
      const again = (await approvals.find(id, reader)) ?? notFound("Question", id);
      const [shown] = await toldApprovals(tools, [again], { userId: person.id, now });
      return shown ?? notFound("Question", id);
    };
    const shown = await told();
    if (row.state !== "open") {
      const by = shown.decidedBy ? ` by ${shown.decidedBy.name}` : "";
      conflict(`This was already decided${by}: ${row.state}`, "Nothing was changed.");
    }
    if (!row.asked.includes(person.id)) forbidden("answers to questions that others are asked");
    if (row.document.trashedAt) conflict("The document is in the trash", "Restore it first.");
    if (row.until <= now)
      conflict("The time to answer is over", "Ask the owner of the automation to run it again.");
    if (seen !== shown.seen)
      conflict(
        "The document has changed since you saw it",
        "Look at what has changed, then answer.",
      );
    const via = viaOf(person);
    const isKept = await approvals.vote({
      approvalId: id,
      userId: person.id,
      vote,
      note,
      via,
      at: now,
    });
    if (!isKept) conflict("You have answered this before", "Nothing was changed.");
    changed({ subject: id, before: { vote: null }, after: { vote } });

    const given = [...row.votes, { userId: person.id, vote }];
    const yes = given.filter((each) => each.vote === "approve").length;
    const open = row.asked.filter((userId) => !given.some((each) => each.userId === userId)).length;
    const isYes = yes >= row.needed;
    if (isYes || yes + open < row.needed) {
      const state = isYes ? "approved" : "rejected";
      await approvals.close(id, { state, decidedAt: now, decidedBy: person.id });
      changed({ subject: id, before: { state: "open" }, after: { state } });
      const because = [person.name, note].filter((each) => each !== "").join(": ");
      await goOnBy(tools, row, { isYes, line: { outcome: state, because } });
    }
    return told();
  },
});
