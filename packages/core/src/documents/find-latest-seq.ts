import { z } from "zod";
import { query } from "../operation/query";

export const findLatestSeq = query("documents.find-latest-seq", {
  title: "Find the latest sequence number",
  permission: "document.read",
  input: z.object({}),
  output: z.number(),
  doors: [],

  handle: ({ documents }) => documents.latestSeq(),
});
