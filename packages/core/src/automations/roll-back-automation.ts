import { z } from "zod";

import { conflict, notFound } from "../errors";
import { automationId } from "../ids";
import { command } from "../operation/command";
import {
  AutomationDetail,
  definitionOf,
  languageInput,
  mustChangeAutomation,
} from "./contract/automation";
import { detailOf } from "./contract/detail";

/** Makes an earlier version the draft again. Publishing it checks it against the workspace of today, as a version of its own. */
export const rollBackAutomation = command("automations.roll-back-automation", {
  title: "Take an earlier version of an automation as the draft",
  permission: "automation.manage",
  input: z.object({
    id: automationId,
    revision: z.number().int().positive(),
    version: z.number().int().positive(),
    language: languageInput,
  }),
  output: AutomationDetail,
  doors: ["web", "rest"],

  async handle(tools, { id, revision, version, language }) {
    const { automations, clock, changed } = tools;
    const row = await mustChangeAutomation(tools, id);
    const found =
      (await automations.findVersion(id, version)) ?? notFound("Version", String(version));
    const draft = definitionOf(found.definition);
    if (!(await automations.change(id, revision, { draft, updatedAt: clock() })))
      conflict(`Somebody else has just changed “${row.name}”`, "Look at it again, then repeat.");
    changed({
      subject: id,
      before: { draft: row.revision },
      after: { draft: row.revision + 1, takenFrom: version },
    });
    return detailOf(tools, id, language);
  },
});
