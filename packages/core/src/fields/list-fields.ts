import { z } from "zod";

import { query } from "../operation/query";
import { CustomField, fieldOf } from "./contract/custom-field";

/** Lists the fields of the workspace in their order; archived ones are listed last, and only if they are asked for. */
export const listFields = query("fields.list-fields", {
  title: "List custom fields",
  permission: "document.read",
  input: z.object({ archived: z.boolean().optional() }),
  output: z.object({ items: z.array(CustomField) }),
  doors: ["web", "rest"],

  async handle({ customFields }, { archived = false }) {
    const rows = await customFields.list();
    return { items: rows.filter(({ archivedAt }) => archived || archivedAt === null).map(fieldOf) };
  },
});
