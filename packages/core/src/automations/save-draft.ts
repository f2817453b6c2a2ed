import { Definition } from "@besunny/rules/definition";
import { z } from "zod";

import { personOf } from "../access/person-of";
import { conflict } from "../errors";
import { automationId } from "../ids";
import { command } from "../operation/command";
import {
  AutomationDetail,
  languageInput,
  MOST_AUTOMATIONS,
  mustChangeAutomation,
} from "./contract/automation";
import { detailOf } from "./contract/detail";

/** Keeps the draft of a new automation, or of one that is there. A draft may have mistakes. Publishing refuses them. */
export const saveDraft = command("automations.save-draft", {
  title: "Save the draft of an automation",
  permission: "automation.manage",
  input: z.object({
    id: automationId.optional(),
    revision: z.number().int().positive().optional().meta({
      description: "The one that was seen. Needed to change an automation",
    }),
    name: z.string().trim().min(1, "Give the automation a name").max(120),
    definition: Definition,
    priority: z.number().int().min(-100).max(100).optional(),
    stormLimit: z.number().int().min(1).max(100_000).optional(),
    language: languageInput,
  }),
  output: AutomationDetail,
  doors: ["web", "rest"],

  async handle(tools, { id: given, revision = 0, name, definition, language, ...settings }) {
    const { automations, actor, clock, changed } = tools;
    const { priority, stormLimit } = settings;
    if (given === undefined) {
      if ((await automations.count()) >= MOST_AUTOMATIONS)
        conflict(
          `The workspace has ${MOST_AUTOMATIONS} automations`,
          "End one that is no longer needed.",
        );
      const { id: ownerId } = personOf(actor);
      const id = await automations.create({ name, ownerId, draft: definition });
      changed({ subject: id, before: { name: null }, after: { name } });
      return detailOf(tools, id, language);
    }
    const row = await mustChangeAutomation(tools, given);
    const isChanged = await automations.change(given, revision, {
      name,
      draft: definition,
      ...(priority !== undefined && { priority }),
      ...(stormLimit !== undefined && { stormLimit }),
      updatedAt: clock(),
    });
    if (!isChanged)
      conflict(`Somebody else has just changed “${row.name}”`, "Look at it again, then repeat.");
    changed({
      subject: given,
      before: { name: row.name, draft: row.revision },
      after: { name, draft: row.revision + 1 },
    });
    return detailOf(tools, given, language);
  },
});
