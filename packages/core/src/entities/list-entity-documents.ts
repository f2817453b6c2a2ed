import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { notFound } from "../errors";
import { entityId } from "../ids";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { Evidence } from "../understanding/contract/statements";
import { EntityDocument } from "./contract/entity";

const MOST_EVIDENCE = 20;

/** Lists the documents that name an entity, newest first, each with the quotes that do. */
export const listEntityDocuments = query("entities.list-entity-documents", {
  title: "List the documents that name a person, organisation or place",
  permission: "document.read",
  input: z.object({
    id: entityId,
    cursor: cursorInput,
    limit: z.number().int().min(1).max(100).default(20),
  }),
  output: pageOf(EntityDocument),
  doors: ["web", "rest"],

  async handle({ entities }, { id, limit, cursor }) {
    const entity = (await entities.find(id)) ?? notFound("Entity", id);
    const page = await entities.documents(entity.id, { limit, cursor: cursor ?? undefined });
    const items = page.items.map(({ createdAt: _, evidence, ...document }) => ({
      ...document,
      evidence: z
        .array(Evidence)
        .parse(evidence)
        .toSorted((a, b) => a.span[0] - b.span[0])
        .slice(0, MOST_EVIDENCE),
    }));
    return { ...page, items };
  },
});
