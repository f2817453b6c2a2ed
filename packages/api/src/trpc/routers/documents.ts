import { getDocumentHistory } from "@besunny/core/audit/get-document-history";
import { findOnPages } from "@besunny/core/content/find-on-pages";
import { getDrawnPages } from "@besunny/core/content/get-drawn-pages";
import { getHtml } from "@besunny/core/content/get-html";
import { getMailPage } from "@besunny/core/content/get-mail-page";
import { getPage } from "@besunny/core/content/get-page";
import { getReadingReport } from "@besunny/core/content/get-reading-report";
import { getTable } from "@besunny/core/content/get-table";
import { getText } from "@besunny/core/content/get-text";
import { listTables } from "@besunny/core/content/list-tables";
import { explainAccess } from "@besunny/core/documents/access/explain-access";
import { confirmType } from "@besunny/core/documents/confirm-type";
import { correctType } from "@besunny/core/documents/correct-type";
import { countDocuments } from "@besunny/core/documents/count-documents";
import { deleteDocuments } from "@besunny/core/documents/delete-documents";
import { correctFact } from "@besunny/core/documents/facts/correct-fact";
import { withdrawFact } from "@besunny/core/documents/facts/withdraw-fact";
import { listDue } from "@besunny/core/documents/finding/list-due";
import { markOpened } from "@besunny/core/documents/finding/mark-opened";
import { getDocument } from "@besunny/core/documents/get-document";
import { getTrashDays } from "@besunny/core/documents/get-trash-days";
import { listDocuments } from "@besunny/core/documents/list-documents";
import { listThread } from "@besunny/core/documents/mail/list-thread";
import { correctTypes } from "@besunny/core/documents/many/correct-types";
import { renameDocument } from "@besunny/core/documents/rename-document";
import { restoreDocuments } from "@besunny/core/documents/restore-documents";
import { acceptTypes } from "@besunny/core/documents/review/accept-types";
import { countToReview } from "@besunny/core/documents/review/count-to-review";
import { listToReview } from "@besunny/core/documents/review/list-to-review";
import { withdrawTypes } from "@besunny/core/documents/review/withdraw-types";
import { trashDocuments } from "@besunny/core/documents/trash-documents";
import { compareVersions } from "@besunny/core/documents/versions/compare-versions";
import { restoreVersion } from "@besunny/core/documents/versions/restore-version";
import { watchDocuments } from "@besunny/core/documents/watch-documents";
import { withdrawType } from "@besunny/core/documents/withdraw-type";
import { cancelDocuments } from "@besunny/core/processing/cancel-documents";
import { retryDocuments } from "@besunny/core/processing/retry-documents";
import { getTimeline } from "@besunny/core/processing/runs/get-timeline";
import { unlockDocument } from "@besunny/core/processing/unlock-document";
import { tracked } from "@trpc/server";
import { z } from "zod";

import { whileAllowed } from "../../live/while-allowed";
import { router, workspaceProcedure } from "../init";
import { mutation, query } from "../operations";

export const documentsRouter = router({
  list: query(listDocuments),
  facets: query(countDocuments),
  due: query(listDue),
  get: query(getDocument),
  page: query(getPage),
  html: query(getHtml),
  mailPage: query(getMailPage),
  drawnPages: query(getDrawnPages),
  onPages: query(findOnPages),
  text: query(getText),
  tables: query(listTables),
  table: query(getTable),
  thread: query(listThread),
  access: query(explainAccess),
  compareVersions: query(compareVersions),
  restoreVersion: mutation(restoreVersion),
  readingReport: query(getReadingReport),
  timeline: query(getTimeline),
  history: query(getDocumentHistory),
  trashDays: query(getTrashDays),
  markOpened: mutation(markOpened),
  rename: mutation(renameDocument),
  correctType: mutation(correctType),
  correctTypes: mutation(correctTypes),
  confirmType: mutation(confirmType),
  withdrawType: mutation(withdrawType),
  correctFact: mutation(correctFact),
  withdrawFact: mutation(withdrawFact),
  toReview: query(listToReview),
  toReviewCount: query(countToReview),
  acceptTypes: mutation(acceptTypes),
  withdrawTypes: mutation(withdrawTypes),
  trash: mutation(trashDocuments),
  restore: mutation(restoreDocuments),
  deleteForever: mutation(deleteDocuments),
  retry: mutation(retryDocuments),
  unlock: mutation(unlockDocument),
  cancel: mutation(cancelDocuments),

  /** Each document as it changes, or that it is gone. A client that lost the connection resumes after the last id it has seen. */
  watch: workspaceProcedure
    .meta({ operation: watchDocuments.name })
    .input(watchDocuments.input.extend({ lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input: { lastEventId, ...input }, signal }) {
      const after = lastEventId ? Number(lastEventId) : input.after;
      const resumed = Number.isSafeInteger(after) ? { ...input, after } : input;
      const documents = whileAllowed(
        { authenticate: ctx.workspaceNow, changes: ctx.changes, signal },
        (workspace, ending) => watchDocuments(workspace, resumed, ending),
      );
      for await (const document of documents) yield tracked(String(document.seq), document);
    }),
});
