import { flow } from "../operation/flow";
import { ofModelKey, processingRun } from "./contract";
import { readFile } from "./stages/read-file";

/**
 * Reads a document for a backfill and returns the key of the new parsed document. The earlier one stays until the whole run has succeeded.
 */
export const rereadDocument = flow("processing.reread-document", {
  title: "Read a document again for a backfill",
  permission: "document.process",
  input: processingRun,
  output: ofModelKey,
  doors: [],
  uses: ["files", "reader", "transcriber"],
  audit: { notAudited: "Runs and their steps record it." },

  handle: (tools, run) => readFile(tools, run, async () => undefined),
});
