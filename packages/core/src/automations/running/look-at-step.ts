import type { Definition } from "@besunny/rules/definition";
import { z } from "zod";

import { personOf } from "../../access/person-of";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { Given } from "../contract/given";
import { planWorldOf } from "../contract/plan-world";
import { askingOf, subjectsOf } from "../contract/records";
import { snapshotOf } from "../contract/snapshot";
import { type Look, lookAt } from "../contract/walk";

/** Looks at a step for a document, in the rights of the automation's owner. Null: they do not see the document, or it is gone. */
export const lookAtStep = query("automations.look-at-step", {
  title: "Look at a step of an automation",
  permission: "automation.read",
  input: z.object({ definition: ofType<Definition>(), node: z.string(), documentId, given: Given }),
  output: ofType<{
    look: Look;
    snapshot: Record<string, string>;
    broughtBy: string | null;
  } | null>(),
  doors: [],

  async handle(tools, { definition, node, documentId: of, given }) {
    const now = tools.clock();
    const [subject] = await subjectsOf(tools, [of], { now, asking: askingOf(definition), given });
    if (!subject) return null;
    const { world, surroundings } = await planWorldOf(tools, personOf(tools.actor), now);
    const { catalogue } = surroundings;
    return {
      look: lookAt(node, { definition, catalogue, world, subject }),
      snapshot: snapshotOf(subject),
      broughtBy: subject.document.uploadedById,
    };
  },
});
