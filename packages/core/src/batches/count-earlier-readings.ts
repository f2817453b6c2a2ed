import { currentReleases } from "@besunny/document-model/reading-release";
import { z } from "zod";
import { changeableIn } from "../access/rights";
import { query } from "../operation/query";
import { count } from "../shapes";

/**
 * Counts the documents that an earlier release of the reader read and that the actor may change. `idle` are those that nothing is working
 * on, which a reading again would take.
 */
export const countEarlierReadings = query("batches.count-earlier-readings", {
  title: "Count documents that an earlier reader read",
  permission: "batch.read",
  input: z.object({}),
  output: z.object({ all: count, idle: count }),
  doors: ["web"],

  handle: ({ documents, actor }) =>
    documents.countIdle({ readBefore: currentReleases(), changeable: changeableIn(actor) }),
});
