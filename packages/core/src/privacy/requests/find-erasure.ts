import { z } from "zod";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { notFound } from "../../errors";
import { privacyRequestId } from "../../ids";
import { query } from "../../operation/query";
import { count, ofType } from "../../shapes";

const MOST_EXPORTS = 500;

/** The rows of a person before an erasure begins, for its receipt. */
export const Erasure = z.object({
  subjectHash: z.string(),
  userId: z.string().nullable(),
  askedAt: z.date(),
  receiptId: z.string().nullable(),
  words: count,
  rows: z.array(z.object({ store: z.string(), found: count })),
  /** Archives of everything that were made before and can still be downloaded, with the day on which the last of them ends. */
  exports: z.object({ found: count, until: z.date().nullable() }),
  holds: ofType<ReadonlyMap<string, string>>(),
});
export type Erasure = z.output<typeof Erasure>;

/** Returns what an erasure that is being worked on finds. */
export const findErasure = query("privacy.find-erasure", {
  title: "Find the rows of a person",
  permission: "privacy.work",
  input: z.object({ id: privacyRequestId }),
  output: Erasure,
  doors: [],

  async handle({ privacyRequests, traces, storeRows, exports, clock }, { id }) {
    const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
    const { subjectHash, userId, askedAt, receiptId } = request;
    const subject = Subject.parse(request.subject);
    const pattern = patternOf(subject);
    const ready = (await exports.list(MOST_EXPORTS)).flatMap(({ expiresAt, state }) =>
      state === "ready" && expiresAt && expiresAt > clock() ? [expiresAt] : [],
    );
    return {
      subjectHash,
      userId,
      askedAt,
      receiptId,
      words: subject.names.length + subject.addresses.length,
      rows: pattern === "" ? [] : await traces.count(pattern, []),
      exports: { found: ready.length, until: latest(ready) },
      holds: new Map(storeRows.list().map(({ table, holds }) => [table, holds])),
    };
  },
});

function latest(days: readonly Date[]): Date | null {
  return days.length === 0 ? null : new Date(Math.max(...days.map((day) => day.getTime())));
}
