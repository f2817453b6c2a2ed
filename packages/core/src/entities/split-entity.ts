import { z } from "zod";
import { conflict, notFound } from "../errors";
import { entityId } from "../ids";
import { command } from "../operation/command";
import { Entity, ofNamedKind } from "./contract/entity";

/** Undoes a merge: the entity is its own again, with all that was merged into it before. */
export const splitEntity = command("entities.split-entity", {
  title: "Split an entity from the one that it was merged into",
  permission: "entity.merge",
  input: z.object({ id: entityId }),
  output: Entity,
  doors: ["web", "rest"],

  async handle({ entities, changed }, { id }) {
    const whole = (await entities.find(id)) ?? notFound("Entity", id);
    const forms = await entities.aliases(whole.id);
    // Its own documents may be hidden from the caller, who then does not know that it is a part.
    if (!forms.some((form) => form.entityId === id)) notFound("Entity", id);
    const mergedInto = await entities.mergedInto(id);
    if (mergedInto === null) conflict("The entity was not merged into another one");
    await entities.split(id);
    changed({ subject: id, before: { mergedInto }, after: { mergedInto: null } });
    return ofNamedKind((await entities.find(id)) ?? notFound("Entity", id));
  },
});
