import { z } from "zod";

import { conflict, notFound } from "../errors";
import { tagId } from "../ids";
import { command } from "../operation/command";
import { Tag } from "./contract";

/** Puts a tag on every document that carries another one, and removes the other one. */
export const mergeTags = command("tags.merge-tags", {
  title: "Merge two tags",
  permission: "tag.manage",
  input: z.object({
    id: tagId,
    /** The tag that stays. */
    into: tagId,
  }),
  output: Tag,
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  async handle({ tags, documents, changed }, { id, into }) {
    if (id === into) conflict("A tag is not merged with itself", "Choose another tag.");
    const tag = (await tags.find(id)) ?? notFound("Tag", id);
    const kept = (await tags.find(into)) ?? notFound("Tag", into);
    const carriers = await tags.documentsOf(id);
    await tags.put(carriers, [into]);
    await tags.remove(id);
    await documents.updateMany(carriers, {});
    changed({ subject: id, before: { name: tag.name }, after: { mergedInto: into } });
    return (await tags.find(into)) ?? kept;
  },
});
