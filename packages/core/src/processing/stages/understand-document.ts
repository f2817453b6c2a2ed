import { flow } from "../../operation/flow";
import { ofTypeName, processingRun } from "../contract";
import { recordUnderstanding } from "./record-understanding";
import { understandParsed } from "./understand-parsed";

/** Understands a document: its type and its statements, each with evidence. Stores one immutable result. */
export const understandDocument = flow("processing.understand-document", {
  title: "Understand a document",
  permission: "document.process",
  input: processingRun,
  output: ofTypeName,
  doors: [],
  uses: ["files", "ai"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, run) {
    const understood = await understandParsed(tools, run);
    await recordUnderstanding(tools.caller, understood);
    return { type: understood.type };
  },
});
