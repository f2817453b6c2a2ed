import { z } from "zod";

import { query } from "../operation/query";
import {
  AutomationSummary,
  definitionOf,
  languageInput,
  MOST_AUTOMATIONS,
  readerOf,
  summaryOf,
} from "./contract/automation";
import { surroundingsOf } from "./contract/world";

/** Lists the caller's automations, newest change first. Owners and admins of the workspace see those of everybody. */
export const listAutomations = query("automations.list-automations", {
  title: "List automations",
  permission: "automation.read",
  input: z.object({ language: languageInput }),
  output: z.object({ items: z.array(AutomationSummary) }),
  doors: ["web", "rest"],

  async handle(tools, { language }) {
    const { automations, actor } = tools;
    const reader = readerOf(actor);
    const rows = await automations.list(reader, MOST_AUTOMATIONS * 2);
    const surroundings = await surroundingsOf(tools, reader);
    return {
      items: rows.map((row) =>
        summaryOf(row, definitionOf(row.draft), { actor, surroundings, language }),
      ),
    };
  },
});
