import { z } from "zod";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { notFound } from "../../errors";
import { privacyRequestId } from "../../ids";
import { query } from "../../operation/query";
import { count, idIn } from "../../shapes";
import { Choice, Choices, RequestSummary, shownRequest } from "../contract/request";

const MOST = 5_000;

export const tracePlaces = ["title", "text", "names", "mail", "uploaded"] as const;

/** The documents that name a person, with what was chosen for each, and the rows elsewhere. `hidden` counts private documents. */
export const ErasurePreview = z.object({
  request: RequestSummary,
  documents: z.array(
    z.object({
      id: idIn("doc"),
      title: z.string(),
      places: z.array(z.enum(tracePlaces)),
      choice: Choice.nullable(),
      hold: z.string().nullable(),
    }),
  ),
  hidden: count,
  rows: z.array(z.object({ store: z.string(), found: count })),
});

/** Shows a request with the documents that name the person. Private documents, which no admin sees, are counted alone. */
export const previewErasure = query("privacy.preview-erasure", {
  title: "See where a person is named",
  permission: "privacy.manage",
  input: z.object({ id: privacyRequestId }),
  output: ErasurePreview,
  doors: ["web"],

  async handle({ privacyRequests, traces, legalHolds, actor, clock }, { id }) {
    const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
    const shown = shownRequest(request, { actor, now: clock() });
    const subject = Subject.parse(request.subject);
    const pattern = patternOf(subject);
    if (pattern === "") return { request: shown, documents: [], hidden: 0, rows: [] };
    const found = await traces.listDocuments(pattern, request.userId, MOST);
    const seen = found.filter(({ isSeen }) => isSeen);
    const ids = [...new Set(seen.map(({ documentId }) => documentId))];
    const holds = await legalHolds.heldAmong(ids, clock());
    const choices = new Map(Object.entries(Choices.parse(request.choices)));
    return {
      request: shown,
      documents: ids.map((documentId) => {
        const of = seen.filter((each) => each.documentId === documentId);
        return {
          id: documentId,
          title: of[0]?.title ?? "",
          places: of.map(({ place }) => z.enum(tracePlaces).parse(place)),
          choice: choices.get(documentId) ?? null,
          hold: holds.find((each) => each.documentId === documentId)?.name ?? null,
        };
      }),
      hidden: new Set(found.filter(({ isSeen }) => !isSeen).map((each) => each.documentId)).size,
      rows: await traces.count(pattern, []),
    };
  },
});
