import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";

import { invalidInput } from "../../errors";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { chosenDocuments, chosenIds, isOneChoice, oneChoice } from "../contract/chosen-documents";

/** More documents than these, or more bytes, do not go into one archive. */
const MOST = 5000;
const MOST_BYTES = 20 * 1024 ** 3;

/** Finds the visible documents of a choice, for their originals. Throws `INVALID_INPUT` if they are too many or too large for one archive. */
export const findOriginals = query("documents.find-originals", {
  title: "Find the originals of many documents",
  permission: "document.read",
  input: z.object(chosenDocuments).refine(isOneChoice, oneChoice),
  output: ofType<Document[]>(),
  doors: [],

  async handle(tools, choice) {
    const ids = await chosenIds(tools, choice);
    if (ids.length > MOST)
      invalidInput(`At most ${MOST} documents go into one archive: narrow the choice`);
    const found = ids.length === 0 ? [] : await tools.documents.findMany(ids);
    if (found.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
      invalidInput("These documents are too large for one archive: narrow the choice");
    const order = new Map(ids.map((id, at) => [id, at]));
    return found.toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
  },
});
