import { z } from "zod";
import { query } from "../../operation/query";
import { MarkedRows } from "./contract";

/** Counts the rows that a workspace sees with this mark, by table, through its own row-level security. */
export const findMarkedRows = query("processing.find-marked-rows", {
  title: "Count rows that hold a mark",
  permission: "isolation.watch",
  input: z.object({ mark: z.string().min(8) }),
  output: MarkedRows,
  doors: [],

  handle: async ({ canaryRows }, { mark }) => ({
    stores: await canaryRows.countMarked(mark),
  }),
});
