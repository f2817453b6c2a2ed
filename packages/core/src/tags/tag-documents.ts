import { z } from "zod";

import {
  changeableAmong,
  chosenDocuments,
  chosenIds,
  isOneChoice,
  oneChoice,
} from "../documents/contract/chosen-documents";
import { conflict } from "../errors";
import type { CommandTools } from "../operation/command";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { MOST_TAGS, tagName } from "./contract";

/**
 * Puts tags on documents and takes tags off, each by its name. A tag that the workspace does not have yet is made. Returns the ids of the
 * documents whose tags it changed.
 */
export const tagDocuments = command("tags.tag-documents", {
  title: "Put tags on documents or take them off",
  permission: "document.tag",
  input: z
    .object({
      ...chosenDocuments,
      add: z.array(tagName).max(20).default([]),
      remove: z.array(tagName).max(20).default([]),
    })
    .refine(isOneChoice, oneChoice),
  output: ofIds,
  doors: ["web", "rest"],
  timeoutSeconds: 120,

  async handle(tools, { add, remove, ...choice }) {
    const { documents, tags, changed } = tools;
    const chosen = await chosenIds(tools, choice);
    const found = await changeableAmong(tools, chosen, choice, "document.tag");
    const added = await tagsNamed(tools, add);
    const removed: string[] = [];
    for (const name of remove) {
      const tag = await tags.findNamed(name);
      if (tag && !added.includes(tag.id)) removed.push(tag.id);
    }

    const changes = found.flatMap(({ id, tags: carried }) => {
      const before = carried.map((tag) => tag.id).toSorted();
      const after = [...new Set([...before, ...added])]
        .filter((tag) => !removed.includes(tag))
        .toSorted();
      return before.join() === after.join() ? [] : [{ id, before, after }];
    });
    const ids = changes.map(({ id }) => id);
    if (ids.length === 0) return { ids };
    await tags.put(ids, added);
    await tags.take(ids, removed);
    await documents.updateMany(ids, {});
    for (const { id: subject, before, after } of changes)
      changed({ subject, before: { tags: before }, after: { tags: after } });
    return { ids };
  },
});

/** Returns the ids of the tags with these names, which are made where there are none. */
async function tagsNamed(
  { tags, actor }: Pick<CommandTools, "tags" | "actor">,
  names: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const known = await tags.findNamed(name);
    if (!known && (await tags.count()) >= MOST_TAGS)
      conflict(`The workspace has ${MOST_TAGS} tags`, "Merge or remove some first.");
    ids.push(known?.id ?? (await tags.create(name, actor.kind === "user" ? actor.id : null)));
  }
  return [...new Set(ids)];
}
