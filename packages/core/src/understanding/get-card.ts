import { z } from "zod";

import { query } from "../operation/query";
import { CardField, mustHaveCard, typeInput, workspaceCard } from "./contract/cards/workspace-card";

/** Returns the fields that are looked for in documents of a type, and those that are switched off. */
export const getCard = query("understanding.get-card", {
  title: "See the fields of a document type",
  permission: "document.read",
  input: z.object({ type: typeInput }),
  output: z.object({ type: z.string(), fields: z.array(CardField) }),
  doors: ["web"],

  async handle({ cardFields }, { type }) {
    mustHaveCard(type);
    return { type, fields: workspaceCard(type, await cardFields.list()) };
  },
});
