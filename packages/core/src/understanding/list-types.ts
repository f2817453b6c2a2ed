import { z } from "zod";

import { query } from "../operation/query";
import { taxonomy } from "./contract/taxonomy";

export const listTypes = query("understanding.list-types", {
  title: "List document types",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ name: z.string(), definition: z.string() })) }),
  doors: ["web"],

  handle: async () => ({ items: taxonomy.map(({ name, definition }) => ({ name, definition })) }),
});
