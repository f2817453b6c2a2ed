import { z } from "zod";
import { statusWhenIndexed } from "../../documents/contract/document";
import { correctType } from "../../documents/correct-type";
import { withdrawType } from "../../documents/withdraw-type";
import { action, changeOf, textOf } from "./action";
import { refusedTo } from "./may";

export const setType = action({
  name: "set-type",
  field: "type",
  input: z.object({ type: z.string().min(1).max(60) }),
  isReversible: true,
  names: ({ type }) => [{ kind: "type", id: type, path: ["type"] }],
  words: ({ type }, { nameOf }) => ({ type: nameOf(type) }),

  plan(world, subject, { type }) {
    const refused = refusedTo(world, subject, "document.correct");
    if (refused) return refused;
    if (!world.types.has(type)) return { kind: "refused", because: `There is no type ${type}.` };
    const { document } = subject;
    return changeOf(
      {
        action: "set-type",
        documentId: document.id,
        field: "type",
        before: document.type,
        after: type,
      },
      "It has this type already.",
    );
  },

  foresee: (_world, { document, record }, { after }) => {
    const type = textOf(after);
    const said = { type, typeConfidence: 1, isTypeCorrected: true };
    const isIndexed = document.status === "ready" || document.status === "needs_review";
    const status = isIndexed ? statusWhenIndexed(said) : document.status;
    return {
      document: { ...document, ...said, status },
      record: { ...record, doc: { ...record.doc, ...said, status } },
    };
  },
  async perform(caller, { documentId, after }) {
    await correctType(caller, {
      id: documentId,
      type: after === null ? null : String(after),
      place: "api",
    });
  },
  // The word on the type goes, and the one before it applies again.
  async undo(caller, { documentId }) {
    await withdrawType(caller, { id: documentId });
  },
});
