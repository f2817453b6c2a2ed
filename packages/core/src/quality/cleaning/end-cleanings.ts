import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { cleaningId } from "../../ids";
import { command } from "../../operation/command";
import { suggestedCleaning } from "../contract/cleaning-words";
import { issueKinds } from "../contract/issue-words";

/** Ends cleanings, whose issues are open again. Returns the documents to read again and those to take out of the trash. */
export const endCleanings = command("quality.end-cleanings", {
  title: "End cleanings of documents",
  permission: "quality.review",
  input: z.object({ ids: z.array(cleaningId).min(1).max(200) }),
  output: z.object({ reread: z.array(z.string()), restore: z.array(z.string()) }),
  doors: [],

  async handle({ cleanings, dataIssues, actor, clock, changed }, { ids }) {
    const ended = await cleanings.undo(ids, { byId: actorIdOf(actor), at: clock() });
    await dataIssues.reopen(
      ended.flatMap(({ documentId, kind }) =>
        issueKinds
          .filter((each) => suggestedCleaning[each] === kind)
          .map((issue) => ({ documentId, kind: issue })),
      ),
    );
    for (const { documentId, kind } of ended)
      changed({ subject: documentId, before: { cleaning: kind }, after: { cleaning: null } });
    const of = (isTrash: boolean) =>
      ended.flatMap(({ documentId, kind }) =>
        (kind === "keep-one") === isTrash ? [documentId] : [],
      );
    return { reread: of(false), restore: of(true) };
  },
});
