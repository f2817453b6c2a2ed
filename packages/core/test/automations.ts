import { Definition } from "@besunny/rules/definition";

import { publishAutomation } from "../src/automations/publish-automation";
import { saveDraft } from "../src/automations/save-draft";
import type { WorkspaceContext } from "../src/context";

type Given = Partial<Parameters<typeof Definition.parse>[0] & object>;

/** A definition that puts the tag `seen` on every document that is ready, changed in some of its parts. */
export const aDefinition = (given: Given = {}): Definition =>
  Definition.parse({
    schema: 1,
    trigger: { kind: "document.ready" },
    when: null,
    start: "tag",
    nodes: [
      { id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: null },
    ],
    ...given,
  });

let made = 0;

/** A draft of an automation. */
export function aDraft(ctx: WorkspaceContext, given: Given = {}) {
  made += 1;
  return saveDraft(ctx, { name: `Automation ${made}`, definition: aDefinition(given) });
}

/** An automation that is on. */
export async function anAutomation(ctx: WorkspaceContext, given: Given = {}) {
  const { id, revision } = await aDraft(ctx, given);
  return publishAutomation(ctx, { id, revision });
}
