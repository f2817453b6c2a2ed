import { z } from "zod";
import { conflict, invalidInput } from "../../errors";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";
import { mustBeOffered } from "../../understanding/contract/document-types";
import {
  changeableAmong,
  chosenDocuments,
  chosenIds,
  isOneChoice,
  oneChoice,
} from "../contract/chosen-documents";
import { labelPlace } from "../contract/label-places";
import { labelType } from "../label-type";

/** Each document gets a label of its own, which later documents follow: more than these would be no careful word. */
const MOST = 1000;

/** Sets the type of many documents, as `documents.correct-type` does of one. Returns the ids of those whose type it set. */
export const correctTypes = command("documents.correct-types", {
  title: "Set the type of many documents",
  permission: "document.correct",
  input: z
    .object({
      ...chosenDocuments,
      type: z.string().max(60).nullable(),
      place: labelPlace.default("list"),
    })
    .refine(isOneChoice, oneChoice),
  output: ofIds,
  doors: ["web"],
  timeoutSeconds: 120,

  async handle(tools, { type, place, ...choice }) {
    if (type !== null) mustBeOffered(await tools.documentTypes.list(), type);
    const chosen = await chosenIds(tools, choice);
    if (chosen.length > MOST)
      invalidInput(`The type of at most ${MOST} documents is set at once: narrow the choice`);
    const documents = await changeableAmong(tools, chosen, choice, "document.correct");
    if (documents.some(({ trashedAt }) => trashedAt))
      conflict("A document is in the trash", "Restore it first.");
    for (const document of documents) await labelType(tools, document, { type, place });
    return { ids: documents.map(({ id }) => id) };
  },
});
