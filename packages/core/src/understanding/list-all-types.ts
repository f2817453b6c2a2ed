import { z } from "zod";

import { query } from "../operation/query";
import { count } from "../shapes";
import { DocumentType, typesOf } from "./contract/document-types";

/** Lists all types with the hidden ones, and the number of documents and of labels of each. Counts what is restricted too. */
export const listAllTypes = query("understanding.list-all-types", {
  title: "List all document types and their use",
  permission: "type.manage",
  input: z.object({}),
  output: z.object({
    items: z.array(DocumentType.extend({ documentCount: count, labelCount: count })),
  }),
  doors: ["web"],

  async handle({ documentTypes, documents, labels }) {
    const [rows, typed, labelled] = [
      await documentTypes.list(),
      await documents.countByType(),
      await labels.countByValue("type"),
    ];
    return {
      items: typesOf(rows).map((type) => ({
        ...type,
        documentCount: typed.get(type.name) ?? 0,
        labelCount: labelled.get(type.name) ?? 0,
      })),
    };
  },
});
