import { z } from "zod";

import { automationId, documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { definitionOf } from "../contract/automation";
import { Given } from "../contract/given";
import { askingOf, subjectsOf } from "../contract/records";
import { linesOf, type StepLine, traceOf } from "../contract/walk";
import { catalogueFor } from "../contract/world";

/** Evaluates the condition of a version on a document, in the rights of the automation's owner. Null: they do not see the document. */
export const lookAtBeginning = query("automations.look-at-beginning", {
  title: "Evaluate the condition of an automation",
  permission: "automation.read",
  input: z.object({
    id: automationId,
    version: z.number().int(),
    documentId,
    given: Given.default({}),
  }),
  output: ofType<{ isTrue: boolean; start: string | null; line: StepLine } | null>(),
  doors: [],

  async handle(tools, { id, version, documentId: of, given }) {
    const { automations, cardFields, customFields, clock } = tools;
    const found = await automations.findVersion(id, version);
    if (!found) return null;
    const definition = definitionOf(found.definition);
    const now = clock();
    const asking = askingOf(definition.when);
    const [subject] = await subjectsOf(tools, [of], { now, asking, given });
    if (!subject) return null;
    const catalogue = catalogueFor(await cardFields.list(), await customFields.list());
    const trace = definition.when ? traceOf(definition.when, catalogue, subject) : null;
    const line: StepLine = {
      node: "trigger",
      kind: "trigger",
      at: now.toISOString(),
      outcome: "began",
      because: definition.trigger.kind,
      ...(trace && { trace: linesOf(trace) }),
    };
    return { isTrue: trace === null || trace.truth === "yes", start: definition.start, line };
  },
});
