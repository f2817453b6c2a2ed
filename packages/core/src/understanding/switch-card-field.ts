import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { CardField, mustHaveCard, typeInput, workspaceCard } from "./contract/cards/workspace-card";

/** Switches a field of a type on or off. Documents that are understood from then on follow it; results that exist keep their facts. */
export const switchCardField = command("understanding.switch-card-field", {
  title: "Switch a field of a document type on or off",
  permission: "workspace.update",
  input: z.object({ type: typeInput, name: z.string().max(80), isOn: z.boolean() }),
  output: CardField,
  doors: ["web"],
  audit: { subjects: (_output, { type }) => [type] },

  async handle({ cardFields, changed }, { type, name, isOn }) {
    mustHaveCard(type);
    const card = workspaceCard(type, await cardFields.list());
    const field = card.find((each) => each.name === name) ?? notFound("Field", name);
    if (field.isOn === isOn) return field;
    await cardFields.put({ type, ...field, isOn });
    changed({ subject: type, before: { [name]: field.isOn }, after: { [name]: isOn } });
    return { ...field, isOn };
  },
});
