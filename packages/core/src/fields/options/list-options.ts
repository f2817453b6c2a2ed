import { z } from "zod";

import { fieldId } from "../../ids";
import { query } from "../../operation/query";
import { pageOf, paging } from "../../shapes";
import { FieldOption } from "../contract/custom-field";
import { findList } from "../contract/find-field";

/** Lists the values that a field offers, by name. `q` is a part of the name. */
export const listOptions = query("fields.list-options", {
  title: "List the values of a custom field",
  permission: "document.read",
  input: z.object({ id: fieldId, q: z.string().trim().max(120).optional(), ...paging }),
  output: pageOf(FieldOption),
  doors: ["web", "rest"],

  async handle(tools, { id, q, limit, cursor }) {
    await findList(tools, id);
    return tools.fieldOptions.list(id, { q, limit, cursor: cursor ?? undefined });
  },
});
