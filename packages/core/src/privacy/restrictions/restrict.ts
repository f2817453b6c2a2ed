import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { restrictDocuments } from "../../documents/contract/holding/restrict-documents";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { invalidInput, notFound } from "../../errors";
import { documentIds, privacyRequestId } from "../../ids";
import { type CommandTools, command } from "../../operation/command";
import { count, idIn } from "../../shapes";
import { openRequest } from "../requests/open-request";

const MOST = 50_000;

/**
 * Restricts the processing of documents, or of all that name the person of a request, those that come later too. They are kept and no more: not listed,
 * searched, answered from, classified, sent, automated or exported, until the restriction is lifted. A request is done by it.
 */
export const restrict = command("privacy.restrict", {
  title: "Restrict the processing of documents",
  permission: "privacy.manage",
  input: z
    .object({
      requestId: privacyRequestId.optional(),
      documentIds: documentIds.optional(),
      reason: z.string().trim().min(3).max(1000),
    })
    .refine(
      ({ requestId, documentIds: ids }) => (requestId === undefined) !== (ids === undefined),
      { message: "Give either a request or documents" },
    ),
  output: z.object({ id: idIn("rtn"), documents: count }),
  doors: ["web"],
  stepUp: true,
  timeoutSeconds: 120,

  async handle(tools, { requestId, documentIds: ids, reason }) {
    const { restrictions, privacyRequests, actor, clock, changed } = tools;
    const now = clock();
    const { subject, found } = requestId
      ? await ofRequest(tools, requestId)
      : { subject: { names: [], addresses: [] }, found: await seen(tools, ids ?? []) };
    const { id } = await restrictions.create(
      { requestId: requestId ?? null, subject, reason },
      { byId: actorIdOf(actor), at: now },
    );
    const added = await restrictDocuments(tools, id, found);
    if (requestId) {
      const ended = { state: "done", outcome: reason, endedAt: now, subject: {} };
      await privacyRequests.change(requestId, ended);
      changed({ subject: requestId, before: { state: "open" }, after: { state: "done" } });
    }
    changed({ subject: id, before: {}, after: { isInForce: true, documents: added.length } });
    for (const each of added)
      changed({ subject: each, before: { isRestricted: false }, after: { isRestricted: true } });
    return { id, documents: added.length };
  },
});

async function ofRequest(tools: CommandTools, id: string) {
  const request = await openRequest(tools, id);
  if (request.kind !== "restrict") invalidInput("This request asks for no restriction");
  const subject = Subject.parse(request.subject);
  const found = await tools.traces.listDocuments(patternOf(subject), null, MOST);
  return { subject, found: [...new Set(found.map(({ documentId }) => documentId))] };
}

async function seen({ documents }: CommandTools, ids: readonly string[]): Promise<string[]> {
  const found = new Set((await documents.findMany(ids)).map(({ id }) => id));
  const missing = ids.find((id) => !found.has(id));
  if (missing) notFound("Document", missing);
  return [...found];
}
