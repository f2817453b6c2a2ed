import type { LabelledDocument } from "@besunny/db/workspace/quality/labelled-documents";
import { z } from "zod";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

const MOST_LABELS = 2_000;

/** Returns the newest labels of types with what tells how like their documents are. */
export const findLabelled = query("quality.find-labelled", {
  title: "Find labels to look at",
  permission: "quality.work",
  input: z.object({}),
  output: ofType<LabelledDocument[]>(),
  doors: [],

  handle: ({ labelledDocuments }) => labelledDocuments.list(MOST_LABELS),
});
