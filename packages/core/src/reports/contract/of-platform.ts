import { invalidInput } from "../../errors";
import type { ReportChoices } from "./report";

/** Returns the choices of a report on all workspaces. It reaches people by mail alone, since inboxes belong to workspaces. */
export function ofPlatform(choices: ReportChoices): ReportChoices {
  if (choices.channels.includes("inbox"))
    invalidInput("A report on all workspaces has no inbox to go to: send it by mail");
  return choices;
}
