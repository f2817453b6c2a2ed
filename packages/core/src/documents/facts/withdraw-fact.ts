import { z } from "zod";

import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { FACT_FIELD, factNameOf, findSaid } from "../../understanding/contract/said-facts";
import { findToLabel } from "../label-type";
import { applyFacts, shownFacts } from "./shown-facts";

/** Takes back the last word of a person on a fact. The one before it applies again, or else what the models found. */
export const withdrawFact = command("documents.withdraw-fact", {
  title: "Take back a correction of a fact",
  permission: "document.correct",
  input: z.object({ id: documentId, field: z.string().startsWith(FACT_FIELD).max(500) }),
  output: nothing,
  doors: ["web", "rest"],

  async handle(tools, { id, field }) {
    const { labels, clock, changed } = tools;
    const document = await findToLabel(tools, id);
    const isOfField = (fact: Awaited<ReturnType<typeof shownFacts>>[number]) =>
      fact.said?.field === field;
    const said = await findSaid(labels, id);
    if (!said.some((each) => each.field === field)) return;
    const before = (await shownFacts(tools, id)).find(isOfField)?.value ?? null;
    await labels.withdraw(id, field, clock());
    await applyFacts(tools, document);
    const name = factNameOf(field);
    const after = (await shownFacts(tools, id)).find((fact) => fact.name === name)?.value ?? null;
    changed({ subject: id, before: { [name]: before }, after: { [name]: after } });
  },
});
