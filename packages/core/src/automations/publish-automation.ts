import { DEFINITION_VERSION } from "@besunny/rules/definition";
import { z } from "zod";

import { AppError, conflict } from "../errors";
import { automationId } from "../ids";
import { command } from "../operation/command";
import {
  AutomationDetail,
  definitionOf,
  languageInput,
  mustChangeAutomation,
  problemsOf,
  readerOf,
} from "./contract/automation";
import { detailOf } from "./contract/detail";
import { nextAtOf } from "./contract/next-at";
import { surroundingsOf } from "./contract/world";

/**
 * Makes the draft the next version and turns the automation on. Runs that have begun stay on their version. Throws `INVALID_INPUT` with the place
 * of each mistake of the draft.
 */
export const publishAutomation = command("automations.publish-automation", {
  title: "Publish an automation",
  permission: "automation.manage",
  input: z.object({
    id: automationId,
    revision: z.number().int().positive(),
    note: z.string().trim().max(200).default(""),
    language: languageInput,
  }),
  output: AutomationDetail,
  doors: ["web", "rest"],

  async handle(tools, { id, revision, note, language }) {
    const { automations, actor, clock, changed } = tools;
    const row = await mustChangeAutomation(tools, id);
    const definition = definitionOf(row.draft);
    const problems = problemsOf(definition, await surroundingsOf(tools, readerOf(actor)));
    if (problems.length > 0)
      throw new AppError("INVALID_INPUT", "The draft has mistakes, so it is not published", {
        hint: "Correct what is marked, then publish again.",
        errors: problems.map(({ path, message }) => ({
          path: path.map(String).join("."),
          message,
        })),
      });
    const now = clock();
    const number = await automations.addVersion(id, {
      definition,
      schemaVersion: DEFINITION_VERSION,
      note,
      madeById: row.by.id,
      madeAt: now,
    });
    const isChanged = await automations.change(id, revision, {
      state: "on",
      pausedBecause: null,
      publishedVersion: number,
      triggerKind: definition.trigger.kind,
      calmSince: now,
      nextAt: nextAtOf(definition.trigger, now, true),
      updatedAt: now,
      // An automation without an owner becomes that of its publisher: it may do what they may.
      ...(row.owner === null && { ownerId: row.by.id }),
    });
    if (!isChanged)
      conflict(`Somebody else has just changed “${row.name}”`, "Look at it again, then publish.");
    changed({
      subject: id,
      before: { state: row.state, version: row.publishedVersion },
      after: { state: "on", version: number },
    });
    return detailOf(tools, id, language);
  },
});
