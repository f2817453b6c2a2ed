import { z } from "zod";

import { conflict, notFound } from "../errors";
import { tagId } from "../ids";
import { command } from "../operation/command";
import { Tag, tagName } from "./contract";

/** Changes the name of a tag on every document that carries it. Throws `CONFLICT` if another tag has the name. */
export const renameTag = command("tags.rename-tag", {
  title: "Rename a tag",
  permission: "tag.manage",
  input: z.object({ id: tagId, name: tagName }),
  output: Tag,
  doors: ["web", "rest"],

  async handle({ tags, documents, changed }, { id, name }) {
    const tag = (await tags.find(id)) ?? notFound("Tag", id);
    const other = await tags.findNamed(name);
    if (other && other.id !== id)
      conflict(`There is a tag “${other.name}” already`, "Merge the two tags instead.");
    if (name === tag.name) return tag;
    await tags.rename(id, name);
    await documents.updateMany(await tags.documentsOf(id), {});
    changed({ subject: id, before: { name: tag.name }, after: { name } });
    return { ...tag, name };
  },
});
