import { z } from "zod";
import { conflict, notFound } from "../errors";
import { entityId } from "../ids";
import { command } from "../operation/command";
import { Entity, ofNamedKind } from "./contract/entity";

/** Says that two entities are the same. Every document, also a later one, counts for the second. `entities.split-entity` undoes it. */
export const mergeEntities = command("entities.merge-entities", {
  title: "Merge an entity into another",
  permission: "entity.merge",
  input: z.object({ id: entityId, intoId: entityId }),
  output: Entity,
  doors: ["web", "rest"],

  async handle({ entities, changed }, { id, intoId }) {
    const entity = (await entities.find(id)) ?? notFound("Entity", id);
    const into = (await entities.find(intoId)) ?? notFound("Entity", intoId);
    if (entity.id === into.id) conflict("They are one entity already");
    if (entity.kind !== into.kind) conflict("Only entities of one kind can be merged");
    await entities.merge(entity.id, into.id);
    changed({ subject: entity.id, before: { mergedInto: null }, after: { mergedInto: into.id } });
    return ofNamedKind((await entities.find(into.id)) ?? notFound("Entity", intoId));
  },
});
