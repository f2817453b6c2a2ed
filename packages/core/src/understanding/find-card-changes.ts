import type { CardField } from "@besunny/db/workspace/card-fields";
import { z } from "zod";

import { query } from "../operation/query";
import { ofType } from "../shapes";

/** Returns what the workspace changed in the cards of its types, for the models. */
export const findCardChanges = query("understanding.find-card-changes", {
  title: "Find what a workspace changed in the fields of its types",
  permission: "document.process",
  input: z.object({}),
  output: ofType<CardField[]>(),
  doors: [],

  handle: ({ cardFields }) => cardFields.list(),
});
