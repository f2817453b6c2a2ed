import { draftKeyOf, writeJson } from "../content/contract/parsed-document-file";
import { flow } from "../operation/flow";
import { ofTypeName, processingRun } from "./contract";
import { understandParsed } from "./stages/understand-parsed";

/** Understands a document for a backfill. Stores the result apart until the whole run has succeeded. */
export const reunderstandDocument = flow("processing.reunderstand-document", {
  title: "Understand a document again for a backfill",
  permission: "document.process",
  input: processingRun,
  output: ofTypeName,
  doors: [],
  uses: ["files", "ai"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, run) {
    const understood = await understandParsed(tools, run);
    const key = draftKeyOf(tools.workspaceId, run.documentId, run.runId);
    await writeJson(tools.files, key, understood);
    return { type: understood.type };
  },
});
