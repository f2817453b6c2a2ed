import type { AutomationAction } from "./action";
import { makeActionItem } from "./make-action-item";
import { notify } from "./notify";
import { processAgain } from "./process-again";
import { addToProject, removeFromProject } from "./projects";
import { httpRequest, sendWebhook } from "./requests";
import { setTitle } from "./set-title";
import { setType } from "./set-type";
import { addTags, removeTags } from "./tags";
import { trash } from "./trash";

/** Every action that a step can take. */
export const automationActions: readonly AutomationAction[] = [
  setType,
  setTitle,
  addTags,
  removeTags,
  addToProject,
  removeFromProject,
  processAgain,
  notify,
  makeActionItem,
  sendWebhook,
  httpRequest,
  trash,
];

const byName = new Map(automationActions.map((each) => [each.name, each]));

/** Returns the action of this name; undefined if there is none. */
export function actionNamed(name: string): AutomationAction | undefined {
  return byName.get(name);
}
