import { z } from "zod";
import { maskingOf } from "../../content/contract/mask-words";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { notFound } from "../../errors";
import { privacyRequestId } from "../../ids";
import { endMembership } from "../../members/contract/end-membership";
import { command } from "../../operation/command";
import { secret } from "../../operation/secret";
import { count } from "../../shapes";

/**
 * Erases the words of a person from all tables but from documents that are kept. Ends the
 * membership; the account goes if it belongs to no other workspace. Redacted documents stay so when they are read again.
 */
export const eraseRows = command("privacy.erase-rows", {
  title: "Erase the words of a person from all tables",
  permission: "privacy.work",
  input: z.object({
    id: privacyRequestId,
    keptIds: z.array(z.string()),
    redactedIds: z.array(z.string()),
    words: secret(z.array(z.string())),
  }),
  output: z.object({
    stores: z.array(z.object({ store: z.string(), found: count })),
    isAccountGone: z.boolean(),
  }),
  doors: [],
  timeoutSeconds: 600,

  async handle(tools, { id, keptIds, redactedIds, words }) {
    const { privacyRequests, traces, members, cleanings, clock, changed } = tools;
    const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
    const { userId } = request;
    const pattern = patternOf(Subject.parse(request.subject));
    if (userId && (await members.find(userId))) await endMembership(tools, userId);
    const stores = await traces.erase(pattern, keptIds);
    const params = maskingOf(words);
    await cleanings.add(
      redactedIds.map((documentId) => ({ documentId, kind: `mask-words ${id}`, params })),
      { byId: null, at: clock() },
    );
    const isAccountGone = userId ? await traces.eraseAccount(id) : false;
    changed({ subject: id, before: {}, after: { isAccountGone } });
    return { stores, isAccountGone };
  },
});
