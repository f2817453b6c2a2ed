import { z } from "zod";
import { flow } from "../operation/flow";
import { listInRange } from "./list-in-range";
import { syncDocuments } from "./sync-documents";

const DOCUMENTS_A_PAGE = 200;

/**
 * Makes the index agree with PostgreSQL about the next page of documents in a range. Returns how many there were and the next sequence
 * number; null at the end. Leaves documents that a later command on many changed to that command's event.
 */
export const syncIndexRange = flow("search.sync-index-range", {
  title: "Bring the index up to date for a range of changes",
  permission: "index.write",
  input: z.object({ fromSeq: z.number().int(), toSeq: z.number().int() }),
  output: z.object({ synced: z.number(), next: z.number().nullable() }),
  doors: ["job"],
  audit: { notAudited: "The change that it follows is recorded." },

  async handle({ caller }, { fromSeq, toSeq }) {
    const page = await listInRange(caller, { fromSeq, toSeq, limit: DOCUMENTS_A_PAGE });
    await syncDocuments(caller, { ids: page.map(({ id }) => id) });
    const last = page.length === DOCUMENTS_A_PAGE ? page.at(-1) : undefined;
    return { synced: page.length, next: last ? last.indexSeq + 1 : null };
  },
});
