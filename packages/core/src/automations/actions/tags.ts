import { z } from "zod";
import type { Caller } from "../../operation/caller";
import { tagName } from "../../tags/contract";
import { tagDocuments } from "../../tags/tag-documents";
import { type AutomationAction, action, type Change, changeOf, listOf } from "./action";
import { refusedTo } from "./may";

const input = z.object({ tags: z.array(tagName).min(1).max(20) });
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export const addTags = tagsAction("add-tags", (carried, tags) => [
  ...carried,
  ...tags.filter((tag) => !carried.some((each) => same(each, tag))),
]);

export const removeTags = tagsAction("remove-tags", (carried, tags) =>
  carried.filter((each) => !tags.some((tag) => same(each, tag))),
);

function tagsAction(
  name: "add-tags" | "remove-tags",
  tagsAfter: (carried: string[], tags: string[]) => string[],
): AutomationAction {
  return action({
    name,
    field: "tags",
    input,
    isReversible: true,
    words: ({ tags }) => ({ tags: tags.join(", ") }),

    plan(world, subject, { tags }) {
      const refused = refusedTo(world, subject, "document.tag");
      if (refused) return refused;
      const { document } = subject;
      const before = document.tags.map((tag) => tag.name).toSorted();
      const after = tagsAfter(before, tags).toSorted();
      return changeOf(
        { action: name, documentId: document.id, field: "tags", before, after },
        "Its tags are so already.",
      );
    },
    foresee: (_world, { document, record }, { after }) => {
      const tags = listOf(after);
      return {
        document: { ...document, tags: tags.map((tag) => ({ id: tag, name: tag })) },
        record: { ...record, doc: { ...record.doc, tags } },
      };
    },
    perform: (caller, { documentId, before, after }) =>
      retag(caller, { documentId, from: before, to: after }),
    undo: (caller, { documentId, before, after }) =>
      retag(caller, { documentId, from: after, to: before }),
  });
}

/** Adds and takes what differs, so that tags which people have put since stay. */
async function retag(
  caller: Caller,
  { documentId, from, to }: { documentId: string; from: Change["before"]; to: Change["after"] },
): Promise<void> {
  const [had, has] = [listOf(from), listOf(to)];
  await tagDocuments(caller, {
    ids: [documentId],
    add: has.filter((tag) => !had.includes(tag)),
    remove: had.filter((tag) => !has.includes(tag)),
  });
}
