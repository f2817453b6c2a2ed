import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustHaveCard, typeInput, workspaceCard } from "./contract/cards/workspace-card";

/** Removes a field of the workspace's own. Facts that were found for it stay in their results. */
export const removeCardField = command("understanding.remove-card-field", {
  title: "Remove a field from a document type",
  permission: "workspace.update",
  input: z.object({ type: typeInput, name: z.string().max(80) }),
  output: nothing,
  doors: ["web"],
  audit: { subjects: (_output, { type }) => [type] },

  async handle({ cardFields, changed }, { type, name }) {
    mustHaveCard(type);
    const card = workspaceCard(type, await cardFields.list());
    const field = card.find((each) => each.isOwn && each.name === name) ?? notFound("Field", name);
    await cardFields.remove(type, name);
    changed({ subject: type, before: { field: name, label: field.label }, after: { field: null } });
  },
});
