import { z } from "zod";

import { automationId } from "../ids";
import { command } from "../operation/command";
import { AutomationDetail, languageInput } from "./contract/automation";
import { detailOf } from "./contract/detail";
import { setState } from "./contract/set-state";

/** Stops an automation from beginning runs. Runs that have begun go on. */
export const pauseAutomation = command("automations.pause-automation", {
  title: "Pause an automation",
  permission: "automation.manage",
  input: z.object({ id: automationId, language: languageInput }),
  output: AutomationDetail,
  doors: ["web", "rest"],

  async handle(tools, { id, language }) {
    await setState(tools, id, { state: "paused", pausedBecause: "person" });
    return detailOf(tools, id, language);
  },
});
