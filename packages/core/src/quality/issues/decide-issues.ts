import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { issueId } from "../../ids";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";
import { issueStates } from "../contract/issue-words";

/** Marks issues as resolved or as of no interest, or opens them again. A reason is kept with the decision. */
export const decideIssues = command("quality.decide-issues", {
  title: "Decide on issues of documents",
  permission: "quality.review",
  input: z.object({
    ids: z.array(issueId).min(1).max(200),
    state: z.enum(issueStates),
    reason: z.string().trim().max(500).default(""),
  }),
  output: ofIds,
  doors: ["web"],

  async handle({ dataIssues, actor, clock, changed }, { ids, state, reason }) {
    const found = (await dataIssues.findMany(ids)).filter((issue) => issue.state !== state);
    await dataIssues.decide(
      found.map(({ id }) => id),
      {
        state,
        reason: reason || null,
        byId: state === "open" ? null : actorIdOf(actor),
        at: clock(),
      },
    );
    for (const issue of found)
      changed({
        subject: issue.documentId,
        before: { issue: issue.kind, state: issue.state },
        after: { issue: issue.kind, state },
      });
    return { ids: found.map(({ id }) => id) };
  },
});
