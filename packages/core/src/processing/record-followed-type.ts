import { z } from "zod";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { addResult, Understood } from "./stages/record-understanding";

/** Adds a result whose facts follow a corrected type, unless the document was read again or its type changed meanwhile. */
export const recordFollowedType = command("processing.record-followed-type", {
  title: "Store the facts of a corrected type",
  permission: "document.process",
  input: Understood.omit({ runId: true }).extend({ modelKey: z.string() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The correction that it follows is recorded." },

  async handle(tools, { modelKey, ...understood }) {
    const document = await tools.documents.find(understood.documentId);
    const isCurrent =
      document?.modelKey === modelKey && document.type === understood.statements.cardOf;
    // A corrected document was in an experiment when it was read, or in none.
    if (isCurrent) await addResult(tools, document, { ...understood, unit: null });
  },
});
