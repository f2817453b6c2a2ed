import { z } from "zod";

import { automationId } from "../ids";
import { command } from "../operation/command";
import { AutomationDetail, languageInput } from "./contract/automation";
import { detailOf } from "./contract/detail";
import { setState } from "./contract/set-state";

/** Lets the published version begin runs again. Turned on after a storm, what ran before counts to none. */
export const turnOnAutomation = command("automations.turn-on-automation", {
  title: "Turn an automation on",
  permission: "automation.manage",
  input: z.object({ id: automationId, language: languageInput }),
  output: AutomationDetail,
  doors: ["web", "rest"],

  async handle(tools, { id, language }) {
    await setState(tools, id, { state: "on", pausedBecause: null });
    return detailOf(tools, id, language);
  },
});
