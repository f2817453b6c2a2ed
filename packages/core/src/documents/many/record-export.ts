import { z } from "zod";

import { command } from "../../operation/command";
import { queryText } from "../contract/document-filter";

/** Records that a list of documents is downloaded. The audit log keeps whether a query narrowed it, and not the query. */
export const recordExport = command("documents.record-export", {
  title: "Download a list of documents",
  permission: "document.read",
  input: z.object({ query: queryText }),
  output: z.object({ id: z.string() }),
  doors: [],

  async handle({ workspaces, changed }, { query }) {
    const { id } = await workspaces.current();
    changed({ subject: id, before: { list: null }, after: { list: query ? "a query" : "all" } });
    return { id };
  },
});
