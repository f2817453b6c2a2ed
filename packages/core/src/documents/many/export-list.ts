import { z } from "zod";

import { listFields } from "../../fields/list-fields";
import { stream } from "../../operation/stream";
import { documentSort } from "../contract/document";
import { documentFilter } from "../contract/document-filter";
import { listDocuments } from "../list-documents";
import { listCsv } from "./list-csv";
import { recordExport } from "./record-export";

const PAGE = 200;

/** Yields the documents of a filter as lines of a CSV with the fields of the workspace, a page at a time. Records the export. */
export const exportList = stream("documents.export-list", {
  title: "Download a list of documents as CSV",
  permission: "document.read",
  input: documentFilter.omit({ trashed: true }).extend({ sort: documentSort.optional() }),
  output: z.string(),
  doors: ["web", "rest"],
  audit: { notAudited: "Recording the export records it." },

  async *handle({ caller, signal }, given) {
    const { items: fields } = await listFields(caller, {});
    await recordExport(caller, { query: given.q ?? "" });
    let cursor: string | null = null;
    let isFirst = true;
    do {
      const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(caller, {
        ...given,
        cursor,
        limit: PAGE,
      });
      yield listCsv(page.items, fields, { isFirst });
      isFirst = false;
      cursor = page.nextCursor;
    } while (cursor && !signal?.aborted);
  },
});
