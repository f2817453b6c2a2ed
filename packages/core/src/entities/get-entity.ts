import { z } from "zod";
import { can } from "../access/policy";
import { notFound } from "../errors";
import { entityId } from "../ids";
import { query } from "../operation/query";
import { EntityDetail, ofNamedKind } from "./contract/entity";

const MOST_RELATED = 20;

/** Returns an entity. The id of one that was merged returns the entity that it was merged into. */
export const getEntity = query("entities.get-entity", {
  title: "Show a person, organisation or place",
  permission: "document.read",
  input: z.object({ id: entityId }),
  output: EntityDetail,
  doors: ["web", "rest"],

  async handle({ entities, actor }, { id: given }) {
    const entity = (await entities.find(given)) ?? notFound("Entity", given);
    const forms = await entities.aliases(entity.id);
    const related = await entities.related(entity.id, MOST_RELATED);
    const merged = new Map<string, string>();
    for (const { entityId: id, name } of forms)
      if (id !== entity.id && !merged.has(id)) merged.set(id, name);
    const aliases = new Map<string, number>();
    for (const { name, documentCount } of forms)
      aliases.set(name, Math.max(documentCount, aliases.get(name) ?? 0));
    return {
      ...ofNamedKind(entity),
      mayChange: actor.kind === "user" && can(actor.role, "entity.merge"),
      aliases: [...aliases].map(([name, documentCount]) => ({ name, documentCount })),
      merged: [...merged].map(([id, name]) => ({ id, name })),
      related: related.map(ofNamedKind),
    };
  },
});
