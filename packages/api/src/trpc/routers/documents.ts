import { getReadingReport } from "@besunny/core/content/get-reading-report";
import { getText } from "@besunny/core/content/get-text";
import { getHtml } from "@besunny/core/content/get-html";
import { getPage } from "@besunny/core/content/get-page";
import { correctType } from "@besunny/core/documents/correct-type";
import { countDocuments } from "@besunny/core/documents/count-documents";
import { deleteDocuments } from "@besunny/core/documents/delete-documents";
import { getDocument } from "@besunny/core/documents/get-document";
import { getTrashDays } from "@besunny/core/documents/get-trash-days";
import { listDocuments } from "@besunny/core/documents/list-documents";
import { renameDocument } from "@besunny/core/documents/rename-document";
import { restoreDocuments } from "@besunny/core/documents/restore-documents";
import { trashDocuments } from "@besunny/core/documents/trash-documents";
import { watchDocuments } from "@besunny/core/documents/watch-documents";
import { cancelDocuments } from "@besunny/core/processing/cancel-documents";
import { getTimeline } from "@besunny/core/processing/get-timeline";
import { retryDocuments } from "@besunny/core/processing/retry-documents";
import { unlockDocument } from "@besunny/core/processing/unlock-document";
import { tracked } from "@trpc/server";
import { z } from "zod";

import { whileAllowed } from "../../live/while-allowed";
import { router, workspaceProcedure } from "../init";

export const documentsRouter = router({
  list: workspaceProcedure
    .input(listDocuments.input)
    .query(({ ctx, input }) => listDocuments(ctx.workspace, input)),

  facets: workspaceProcedure
    .input(countDocuments.input)
    .query(({ ctx, input }) => countDocuments(ctx.workspace, input)),

  get: workspaceProcedure
    .input(getDocument.input)
    .query(({ ctx, input }) => getDocument(ctx.workspace, input)),

  page: workspaceProcedure
    .input(getPage.input)
    .query(({ ctx, input }) => getPage(ctx.workspace, input)),

  html: workspaceProcedure
    .input(getHtml.input)
    .query(({ ctx, input }) => getHtml(ctx.workspace, input)),

  text: workspaceProcedure
    .input(getText.input)
    .query(({ ctx, input }) => getText(ctx.workspace, input)),

  readingReport: workspaceProcedure
    .input(getReadingReport.input)
    .query(({ ctx, input }) => getReadingReport(ctx.workspace, input)),

  timeline: workspaceProcedure
    .input(getTimeline.input)
    .query(({ ctx, input }) => getTimeline(ctx.workspace, input)),

  trashDays: workspaceProcedure
    .input(getTrashDays.input)
    .query(({ ctx, input }) => getTrashDays(ctx.workspace, input)),

  rename: workspaceProcedure
    .input(renameDocument.input)
    .mutation(({ ctx, input }) => renameDocument(ctx.workspace, input)),

  correctType: workspaceProcedure
    .input(correctType.input)
    .mutation(({ ctx, input }) => correctType(ctx.workspace, input)),

  trash: workspaceProcedure
    .input(trashDocuments.input)
    .mutation(({ ctx, input }) => trashDocuments(ctx.workspace, input)),

  restore: workspaceProcedure
    .input(restoreDocuments.input)
    .mutation(({ ctx, input }) => restoreDocuments(ctx.workspace, input)),

  deleteForever: workspaceProcedure
    .input(deleteDocuments.input)
    .mutation(({ ctx, input }) => deleteDocuments(ctx.workspace, input)),

  retry: workspaceProcedure
    .input(retryDocuments.input)
    .mutation(({ ctx, input }) => retryDocuments(ctx.workspace, input)),

  unlock: workspaceProcedure
    .input(unlockDocument.input)
    .mutation(({ ctx, input }) => unlockDocument(ctx.workspace, input)),

  cancel: workspaceProcedure
    .input(cancelDocuments.input)
    .mutation(({ ctx, input }) => cancelDocuments(ctx.workspace, input)),

  /** Each document as it changes, or that it is gone. A client that lost the connection resumes after the last id it has seen. */
  watch: workspaceProcedure
    .input(watchDocuments.input.extend({ lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input: { lastEventId, ...input }, signal }) {
      const after = lastEventId ? Number(lastEventId) : input.after;
      const resumed = Number.isSafeInteger(after) ? { ...input, after } : input;
      const documents = whileAllowed(
        { authenticate: ctx.workspaceNow, signal },
        (workspace, ending) => watchDocuments(workspace, resumed, ending),
      );
      for await (const document of documents) yield tracked(String(document.seq), document);
    }),
});
