import type { FieldKind } from "@besunny/ai/ai";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { z } from "zod";
import { readModel } from "../../content/contract/parsed-document-file";
import { findOriginal } from "../../content/find-original";
import { findParsedKey } from "../../content/find-parsed-key";
import type { Caller } from "../../operation/caller";
import { flow } from "../../operation/flow";
import { allFields, typesWithCard } from "../../understanding/contract/cards/cards";
import { type Evidence, prove } from "../../understanding/contract/statements";
import { getCard } from "../../understanding/get-card";
import { factInput } from "./fact-input";
import { placeOf } from "./place-of";
import { recordFact } from "./record-fact";

/**
 * Sets, confirms, adds or removes a fact of a document. Reading the document again does not change a fact that a person set. If the document
 * has the words of the value, they become its evidence.
 */
export const correctFact = flow("documents.correct-fact", {
  title: "Correct a fact of a document",
  permission: "document.correct",
  input: factInput,
  output: z.object({ field: z.string().nullable() }),
  doors: ["web", "rest"],
  uses: ["files", "ai"],
  audit: { notAudited: "Storing the fact records it." },

  async handle({ caller, files, ai }, { id, name, label, before, value }) {
    const { type, language } = await findOriginal(caller, { id });
    const model = await readModel(files, await findParsedKey(caller, { id }));
    const field = await fieldOf(caller, type, name);
    const read =
      value === null
        ? null
        : await ai.readValue({ written: value, kind: field.kind, text: model.text, language });
    const details = {
      ...((label ?? field.label) && { label: label ?? field.label }),
      ...(read?.normalised && { normalised: read.normalised }),
      evidence: value === null ? [] : evidenceOf(model, value, read?.normalised),
    };
    return recordFact(caller, { id, name, before, value, details });
  },
});

async function fieldOf(
  caller: Caller,
  type: string | null,
  name: string,
): Promise<{ kind: FieldKind; label?: string }> {
  const standard = allFields.find((field) => field.name === name);
  if (standard) return standard;
  if (type === null || !typesWithCard.includes(type)) return { kind: "text" };
  const { fields } = await getCard(caller, { type });
  return fields.find((field) => field.name === name) ?? { kind: "text" };
}

function evidenceOf(model: ParsedDocument, value: string, normalised?: string): Evidence[] {
  const span = placeOf(model.text, value) ?? (normalised && placeOf(model.text, normalised));
  return span ? prove(model, span) : [];
}
