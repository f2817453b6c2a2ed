import type { Definition } from "@besunny/rules/definition";
import { z } from "zod";

import { personOf } from "../../access/person-of";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { planWorldOf } from "../contract/plan-world";
import { askingOf, subjectsOf } from "../contract/records";
import type { StepLine } from "../contract/walk";
import { fingerprintOf } from "../rehearsal/fingerprint";
import { foresee } from "../rehearsal/foresee";
import type { ForeseenLine } from "../rehearsal/shapes";

export type Again = {
  fingerprint: string;
  isTrue: boolean;
  trace: NonNullable<StepLine["trace"]>;
  lines: ForeseenLine[];
};

/** Rehearses one document as it is now, in the rights of the automation's owner. Null: they do not see it. */
export const foreseeAgain = query("automations.foresee-again", {
  title: "Rehearse a document before it is changed",
  permission: "automation.read",
  input: z.object({ definition: ofType<Definition>(), documentId }),
  output: ofType<Again | null>(),
  doors: [],

  async handle(tools, { definition, documentId: of }) {
    const now = tools.clock();
    const [subject] = await subjectsOf(tools, [of], { now, asking: askingOf(definition) });
    if (!subject) return null;
    const { world, surroundings } = await planWorldOf(tools, personOf(tools.actor), now);
    const { catalogue } = surroundings;
    const { truth, trace, lines } = foresee({ definition, catalogue, world, subject });
    return { fingerprint: fingerprintOf(subject), isTrue: truth === "yes", trace, lines };
  },
});
