import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import {
  CardField,
  mustHaveCard,
  ownFieldInput,
  typeInput,
  workspaceCard,
} from "./contract/cards/workspace-card";

/** Changes a field of the workspace's own. Its key stays, so that earlier facts keep their field. */
export const changeCardField = command("understanding.change-card-field", {
  title: "Change a field of a document type",
  permission: "workspace.update",
  input: ownFieldInput.extend({ type: typeInput, name: z.string().max(80) }),
  output: CardField,
  doors: ["web"],
  audit: { subjects: (_output, { type }) => [type] },

  async handle({ cardFields, changed }, { type, name, ...given }) {
    mustHaveCard(type);
    const card = workspaceCard(type, await cardFields.list());
    const before = card.find((each) => each.isOwn && each.name === name) ?? notFound("Field", name);
    const after = { ...before, ...given };
    const { label, kind, meaning, labels } = before;
    if (JSON.stringify({ label, kind, meaning, labels }) === JSON.stringify(given)) return before;
    await cardFields.put({ type, ...after });
    changed({ subject: type, before: { label, kind, meaning, labels }, after: { ...given } });
    return after;
  },
});
