import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { syncDocuments } from "./sync-documents";

/** Makes the index agree with PostgreSQL about one document: access, type and projects, or that it is gone. */
export const syncIndex = flow("search.sync-index", {
  title: "Bring the index up to date for a document",
  permission: "index.write",
  input: z.object({ documentId }),
  output: nothing,
  doors: ["job"],
  audit: { notAudited: "The change that it follows is recorded." },

  handle: ({ caller }, { documentId: id }) => syncDocuments(caller, { ids: [id] }),
});
