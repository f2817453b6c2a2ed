import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { idIn } from "../shapes";
import { NamedEntityKind, ofNamedKind } from "./contract/entity";

/** Lists the entities that a document names, under the names that it uses, so that each name leads to its page. */
export const listDocumentEntities = query("entities.list-document-entities", {
  title: "List the people, organisations and places of a document",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.object({
    items: z.array(z.object({ entityId: idIn("ent"), kind: NamedEntityKind, name: z.string() })),
  }),
  doors: ["web"],

  async handle({ documents, entities }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    return { items: (await entities.inDocument(id)).map(ofNamedKind) };
  },
});
