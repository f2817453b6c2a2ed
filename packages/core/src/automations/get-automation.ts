import { z } from "zod";

import { automationId } from "../ids";
import { query } from "../operation/query";
import { AutomationDetail, languageInput } from "./contract/automation";
import { detailOf } from "./contract/detail";

/** Returns an automation with its draft, as a sentence too, and with what is wrong with the draft. */
export const getAutomation = query("automations.get-automation", {
  title: "Show an automation",
  permission: "automation.read",
  input: z.object({ id: automationId, language: languageInput }),
  output: AutomationDetail,
  doors: ["web", "rest"],

  handle: (tools, { id, language }) => detailOf(tools, id, language),
});
