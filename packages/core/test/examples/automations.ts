import type { World } from "../world";
import { by, type Example, makesRow, none } from "./example";

const definition = {
  schema: 1,
  trigger: { kind: "document.ready" },
  when: null,
  start: "tag",
  nodes: [{ id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: null }],
};
const published = async ({ anAutomation }: World) => ({ id: (await anAutomation()).id });

/** Calls of the operations on automations that succeed. */
export const automationsExamples: Record<string, Example> = {
  "automations.check-draft": by(() => ({ definition })),
  "automations.compare-versions": by(async (world) => ({ ...(await published(world)), from: 1 })),
  "automations.end-automation": by(published),
  "automations.get-automation": by(published),
  "automations.get-vocabulary": by(none),
  "automations.list-automations": by(none),
  "automations.list-versions": by(published),
  "automations.pause-automation": by(published),
  "automations.publish-automation": by(async ({ anAutomation }) => {
    const { id, revision } = await anAutomation();
    return { id, revision };
  }),
  "automations.roll-back-automation": by(async ({ anAutomation }) => {
    const { id, revision } = await anAutomation();
    return { id, revision, version: 1 };
  }),
  "automations.save-draft": by(({ newName }) => ({ name: newName(), definition }), makesRow),
  "automations.turn-on-automation": by(async ({ aPausedAutomation }) => ({
    id: (await aPausedAutomation()).id,
  })),
};
