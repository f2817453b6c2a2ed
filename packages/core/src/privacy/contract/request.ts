import { createHash } from "node:crypto";
import type { StoredRequest } from "@besunny/db/privacy/requests";
import { z } from "zod";
import type { Actor } from "../../access/actor";
import { may } from "../../access/policy";
import { Subject } from "../../documents/contract/holding/subject";
import { documentId } from "../../ids";
import { count, idIn, instant } from "../../shapes";
import { requestKinds } from "./request-words";

export const requestStates = ["open", "working", "done", "refused"] as const;

/** The choice for a document that names the person. */
export const Choice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("delete") }),
  z.object({ kind: z.literal("redact") }),
  z.object({ kind: z.literal("keep"), because: z.string().trim().min(3).max(500) }),
]);
export type Choice = z.output<typeof Choice>;

export const Choices = z.record(documentId, Choice);

/** A request as owners and admins see it. `subject` is empty once it is over. */
export const RequestSummary = z.object({
  id: idIn("prq"),
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  subject: Subject,
  userId: z.string().nullable(),
  chosen: count,
  rest: Choice.nullable(),
  askedAt: instant,
  dueAt: instant,
  isLate: z.boolean(),
  extendedReason: z.string().nullable(),
  confirmedAt: instant.nullable(),
  endedAt: instant.nullable(),
  outcome: z.string().nullable(),
  receiptId: z.string().nullable(),
  mayConfirm: z.boolean().meta({ description: "True for a second person while it is open" }),
});
export type RequestSummary = z.output<typeof RequestSummary>;

/** Returns a stored request as it is shown. */
export function shownRequest(
  { subject, choices, rest, kind, state, ...request }: StoredRequest,
  { actor, now }: { actor: Actor; now: Date },
): RequestSummary {
  const isOpen = state === "open" || state === "working";
  const isOther = actor.kind === "user" && actor.id !== request.createdById;
  return {
    ...request,
    kind: z.enum(requestKinds).parse(kind),
    state: z.enum(requestStates).parse(state),
    subject: Subject.parse(subject),
    chosen: Object.keys(Choices.parse(choices)).length,
    rest: Choice.nullable().parse(rest),
    isLate: isOpen && request.dueAt < now,
    mayConfirm: state === "open" && kind === "erase" && isOther && may(actor, "privacy.manage"),
  };
}

/** Returns the hash by which a person is found again in receipts, by their first name or address. */
export function subjectHash(workspaceId: string, { names, addresses }: Subject): string {
  const word = [...names, ...addresses][0] ?? "";
  const plain = word.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  return createHash("sha256").update(`${workspaceId}\n${plain}`).digest("hex");
}
