import { flow } from "../../operation/flow";
import { ofModelKey, processingRun } from "../contract";
import { readFile } from "./read-file";
import { readingOf, recordReading } from "./record-reading";

/** Reads text, structure and places of a document. Returns the key of the parsed document, never its text. Attachments become documents. */
export const readDocument = flow("processing.read-document", {
  title: "Read a document",
  permission: "document.process",
  input: processingRun,
  output: ofModelKey,
  doors: [],
  uses: ["files", "reader", "transcriber"],
  audit: { notAudited: "Runs and their steps record it." },

  handle: (tools, run) =>
    readFile(tools, run, (model, modelKey) =>
      recordReading(tools.caller, { ...run, ...readingOf(model, modelKey) }),
    ),
});
