import { flow } from "../operation/flow";
import { ofModelKey, processingRun } from "./contract";
import { readFile } from "./stages/read-file";

/** The same for a backfill: what was read before stays until all of it has ended well. */
export const rereadDocument = flow("processing.reread-document", {
  title: "Read a document again for a backfill",
  permission: "document.process",
  input: processingRun,
  output: ofModelKey,
  doors: [],
  uses: ["files", "reader"],
  audit: { notAudited: "Runs and their steps record it." },

  handle: (tools, run) => readFile(tools, run, async () => undefined),
});
