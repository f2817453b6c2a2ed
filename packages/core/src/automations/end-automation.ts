import { z } from "zod";

import { automationId } from "../ids";
import { command } from "../operation/command";
import { AutomationDetail, languageInput } from "./contract/automation";
import { detailOf } from "./contract/detail";
import { setState } from "./contract/set-state";

/** Ends an automation for good. Its versions and runs stay to be read. */
export const endAutomation = command("automations.end-automation", {
  title: "End an automation",
  permission: "automation.manage",
  input: z.object({ id: automationId, language: languageInput }),
  output: AutomationDetail,
  doors: ["web", "rest"],

  async handle(tools, { id, language }) {
    await setState(tools, id, { state: "ended", pausedBecause: null });
    return detailOf(tools, id, language);
  },
});
