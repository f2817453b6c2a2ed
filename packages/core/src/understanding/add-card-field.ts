import { conflict } from "../errors";
import { command } from "../operation/command";
import {
  CardField,
  MOST_OWN_FIELDS,
  mustHaveCard,
  ownFieldInput,
  typeInput,
  workspaceCard,
} from "./contract/cards/workspace-card";

/** Adds a field of the workspace's own to a type. Its value is looked for beside the given words. */
export const addCardField = command("understanding.add-card-field", {
  title: "Add a field to a document type",
  permission: "workspace.update",
  input: ownFieldInput.extend({ type: typeInput }),
  output: CardField,
  doors: ["web"],
  audit: { subjects: (_output, { type }) => [type] },

  async handle({ cardFields, changed }, { type, ...given }) {
    mustHaveCard(type);
    await cardFields.lock();
    const card = workspaceCard(type, await cardFields.list());
    const name = given.label.toLowerCase().replace(/\s+/g, " ");
    if (card.some((each) => each.name === name || each.label.toLowerCase() === name))
      conflict(`The type has a field named “${given.label}” already`, "Choose another name.");
    if (card.filter(({ isOwn }) => isOwn).length >= MOST_OWN_FIELDS)
      conflict(`A type may have ${MOST_OWN_FIELDS} fields of your own`, "Remove one first.");
    const field = { ...given, name, isRequired: false, isOn: true, isOwn: true };
    await cardFields.put({ type, ...field });
    changed({ subject: type, before: { field: null }, after: { field: name, ...given } });
    return field;
  },
});
