import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { mustBeAllowed } from "../../access/rights";
import { issueId } from "../../ids";
import { command } from "../../operation/command";
import { cleaningOf } from "./cleaning-of";

/** Notes the cleanings of issues, which are resolved by them. Returns the documents to read again and those that go to the trash. */
export const recordCleanings = command("quality.record-cleanings", {
  title: "Store cleanings of documents",
  permission: "quality.review",
  input: z.object({ issueIds: z.array(issueId).min(1).max(200) }),
  output: z.object({ reread: z.array(z.string()), trash: z.array(z.string()) }),
  doors: [],

  async handle({ cleanings, dataIssues, documents, actor, clock, changed }, { issueIds }) {
    const issues = (await dataIssues.findMany(issueIds)).filter(({ state }) => state === "open");
    const wanted = issues.flatMap((issue) => cleaningOf(issue) ?? []);
    const found = await documents.findMany(wanted.map(({ documentId }) => documentId));
    mustBeAllowed(actor, "document.correct", found);
    const isThere = new Set(found.flatMap(({ id, trashedAt }) => (trashedAt ? [] : [id])));
    const made = wanted.filter(({ documentId }) => isThere.has(documentId));
    const by = { byId: actorIdOf(actor), at: clock() };
    await cleanings.add(
      made.map(({ documentId, kind, params }) => ({ documentId, kind, params })),
      by,
    );
    const done = issues.filter((issue) =>
      made.some((each) => each.documentId === issue.documentId && each.issueKind === issue.kind),
    );
    await dataIssues.decide(
      done.map(({ id }) => id),
      { state: "resolved", reason: null, ...by },
    );
    for (const { documentId, kind } of made)
      changed({ subject: documentId, before: { cleaning: null }, after: { cleaning: kind } });
    const of = (isTrash: boolean) => [
      ...new Set(
        made.flatMap(({ documentId, kind }) =>
          (kind === "keep-one") === isTrash ? [documentId] : [],
        ),
      ),
    ];
    return { reread: of(false), trash: of(true) };
  },
});
