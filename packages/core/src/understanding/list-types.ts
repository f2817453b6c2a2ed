import { z } from "zod";

import { query } from "../operation/operation";
import { taxonomy } from "./taxonomy";

export const listTypes = query({
  action: "document.read",
  input: z.object({}),
  run: async () => ({ items: taxonomy.map(({ name, definition }) => ({ name, definition })) }),
});
