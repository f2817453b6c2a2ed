import { z } from "zod";

import { notFound } from "../errors";
import { tagId } from "../ids";
import { command } from "../operation/command";

/** Takes a tag off all documents and removes it. */
export const removeTag = command("tags.remove-tag", {
  title: "Remove a tag",
  permission: "tag.manage",
  input: z.object({ id: tagId }),
  output: z.object({ id: z.string() }),
  doors: ["web", "rest"],

  async handle({ tags, documents, changed }, { id }) {
    const tag = (await tags.find(id)) ?? notFound("Tag", id);
    const carriers = await tags.documentsOf(id);
    await tags.remove(id);
    await documents.updateMany(carriers, {});
    changed({ subject: id, before: { name: tag.name }, after: {} });
    return { id };
  },
});
