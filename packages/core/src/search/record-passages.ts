import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { keepPassages } from "./contract/keep-passages";
import { Passages } from "./contract/passages";

export const recordPassages = command("search.record-passages", {
  title: "Store a document's passages",
  permission: "index.write",
  input: z.object({
    documentId,
    passages: Passages,
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, { documentId: id, passages }) {
    if (!(await tools.documents.find(id))) notFound("Document", id);
    await keepPassages(tools, id, passages);
  },
});
