import type { StoredApproval } from "@besunny/db/automations/approvals";
import type { Repositories } from "@besunny/db/database";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { subjectsOf } from "./records";
import { snapshotOf } from "./snapshot";

export const approvalStates = [
  "open",
  "approved",
  "rejected",
  "passed",
  "expired",
  "cancelled",
] as const;
export const votes = ["approve", "reject"] as const;

const person = z.object({ id: z.string(), name: z.string() });

/** A question of an automation, with what has changed since it was asked. */
export const Approval = z
  .object({
    id: idIn("apr"),
    automation: z.object({ id: idIn("atm"), name: z.string() }),
    runId: idIn("arn"),
    document: z.object({ id: idIn("doc"), title: z.string() }),
    question: z.string(),
    state: z.enum(approvalStates),
    needed: count,
    asked: z.array(person),
    votes: z.array(
      z.object({ by: person, vote: z.enum(votes), note: z.string(), via: z.string(), at: instant }),
    ),
    mayVote: z.boolean(),
    until: instant,
    createdAt: instant,
    decidedAt: instant.nullable(),
    decidedBy: person.nullable(),
    changedSince: z
      .array(z.object({ what: z.string(), before: z.string(), now: z.string() }))
      .meta({ description: "The document was so when it was asked, and is so now" }),
    seen: z.string().meta({
      description: "A vote names it, so that nobody votes on what they have not seen",
    }),
  })
  .meta({ id: "Approval" });
export type Approval = z.infer<typeof Approval>;

type Tools = Pick<Repositories, "documents" | "ruleRecords" | "members">;

const strings = z.record(z.string(), z.string());

/** Returns questions as the reader sees them. The documents are looked at again. */
export async function toldApprovals(
  tools: Tools,
  rows: readonly StoredApproval[],
  { userId, now }: { userId: string; now: Date },
): Promise<Approval[]> {
  const names = new Map(
    (await tools.members.list()).map((member) => [member.userId, member.user.name]),
  );
  const named = (id: string) => ({ id, name: names.get(id) ?? "A former member" });
  const asking = { asksNewFacts: false, asksNewParties: false };
  const ids = [...new Set(rows.map(({ documentId }) => documentId))];
  const subjects = new Map(
    (await subjectsOf(tools, ids, { now, asking })).map((each) => [each.document.id, each]),
  );
  return rows.map((row) => {
    const before = strings.parse(row.snapshot);
    const subject = subjects.get(row.documentId);
    const current = subject ? snapshotOf(subject) : before;
    return {
      id: row.id,
      automation: { id: row.automationId, name: row.run.automation.name },
      runId: row.runId,
      document: { id: row.documentId, title: row.document.title },
      question: row.question,
      state: z.enum(approvalStates).parse(row.state),
      needed: row.needed,
      asked: row.asked.map(named),
      votes: row.votes.map(({ userId: by, vote, note, via, at }) => ({
        ...{ by: named(by), note, via, at },
        vote: z.enum(votes).parse(vote),
      })),
      mayVote:
        row.state === "open" &&
        row.asked.includes(userId) &&
        !row.votes.some((vote) => vote.userId === userId),
      until: row.until,
      createdAt: row.createdAt,
      decidedAt: row.decidedAt,
      decidedBy: row.decidedBy === null ? null : named(row.decidedBy),
      changedSince: differences(before, current),
      seen: seenOf(current),
    };
  });
}

function differences(before: Record<string, string>, now: Record<string, string>) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys.flatMap((what) => {
    const [was, is] = [before[what] ?? "", now[what] ?? ""];
    return was === is ? [] : [{ what, before: was, now: is }];
  });
}

/** Returns a short word for what is shown of a document: it differs when that differs. */
function seenOf(snapshot: Record<string, string>): string {
  const text = JSON.stringify(Object.entries(snapshot).toSorted());
  let hash = 0xcbf29ce484222325n;
  for (const letter of text) {
    hash ^= BigInt(letter.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash.toString(36);
}
