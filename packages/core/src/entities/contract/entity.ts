import { type NamedKind, namedKinds } from "@besunny/document-model/statements/entity-key";
import { z } from "zod";

import { count, idIn } from "../../shapes";
import { Evidence } from "../../understanding/contract/statements";

/** The kinds of entities that have a page. */
export const NamedEntityKind = z.enum(namedKinds);

/** Returns a row of the repository with its kind as one of the kinds that PostgreSQL allows. */
export function ofNamedKind<Row extends { kind: string }>(row: Row): Row & { kind: NamedKind } {
  return { ...row, kind: NamedEntityKind.parse(row.kind) };
}

/** A person, organisation or place that documents name. Name and counts come from the documents that the caller may see. */
export const Entity = z
  .object({
    id: idIn("ent"),
    kind: NamedEntityKind,
    name: z.string(),
    documentCount: count,
    mentionCount: count,
  })
  .meta({ id: "Entity" });

/** An entity with the forms of its name, the entities that people merged into it, and those that the same documents name. */
export const EntityDetail = Entity.extend({
  /** True if the caller may merge and split entities. */
  mayChange: z.boolean(),
  aliases: z.array(z.object({ name: z.string(), documentCount: count })),
  merged: z.array(z.object({ id: idIn("ent"), name: z.string() })),
  related: z.array(Entity.omit({ mentionCount: true })),
}).meta({ id: "EntityDetail" });

/** A document that names an entity, with the first of its mentions. */
export const EntityDocument = z
  .object({
    documentId: idIn("doc"),
    title: z.string(),
    format: z.string().nullable(),
    type: z.string().nullable(),
    mentionCount: count,
    evidence: z.array(Evidence),
  })
  .meta({ id: "EntityDocument" });
