import type { NewIssue } from "@besunny/db/workspace/quality/data-issues";
import { z } from "zod";
import { command } from "../../operation/command";
import { nothing, ofType } from "../../shapes";
import { labelKinds } from "./label-issues";

/** Keeps the labels that look wrong. Those that look right now, or are gone, are resolved. */
export const recordLabelIssues = command("quality.record-label-issues", {
  title: "Store the labels that look wrong",
  permission: "quality.work",
  input: z.object({ issues: ofType<NewIssue[]>() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Issues are derived from labels and say nothing new." },

  handle: ({ dataIssues, clock }, { issues }) =>
    dataIssues.keep({ documentIds: null, kinds: labelKinds }, issues, clock()),
});
