import { z } from "zod";

import { invalidInput } from "../../errors";
import { command } from "../../operation/command";
import { labelFieldOf, SaidDetails } from "../../understanding/contract/said-facts";
import { findToLabel } from "../label-type";
import { factInput } from "./fact-input";
import { applyFacts, shownFacts } from "./shown-facts";

/** Keeps a person's word on a fact as a label, and writes the facts that apply now. `field` is the name under which it can be taken back. */
export const recordFact = command("documents.record-fact", {
  title: "Store a corrected fact of a document",
  permission: "document.correct",
  input: factInput.omit({ label: true }).extend({ details: SaidDetails }),
  output: z.object({ field: z.string().nullable() }),
  doors: [],

  async handle(tools, { id, name, before, value, details }) {
    const { labels, classificationResults, actor, changed } = tools;
    const document = await findToLabel(tools, id);
    const shown = await shownFacts(tools, id);
    if (before === null && value === null) invalidInput("Say the value of the fact");
    const same = shown.find((fact) => fact.name === name && fact.value === (before ?? value));
    if (before !== null && !same) invalidInput(`The document does not show ${name}: ${before} now`);
    const isSaid = same?.said !== undefined && same.value === value;
    if (isSaid || actor.kind !== "user") return { field: same?.said?.field ?? null };

    const field = same?.said?.field ?? labelFieldOf(name, before ?? value);
    const result = await classificationResults.latest(id);
    await labels.create({
      documentId: id,
      field,
      before,
      value,
      source: before !== null && before === value ? "confirmation" : "correction",
      byId: actor.id,
      place: "document",
      shownRelease: result && `${result.model} ${result.release}`,
      details,
    });
    changed({ subject: id, before: { [name]: before }, after: { [name]: value } });
    await applyFacts(tools, document);
    return { field };
  },
});
