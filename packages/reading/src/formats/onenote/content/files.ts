import type { OneObject } from "../store/one-store";
import { propertyIds } from "../store/property-ids";
import { textOf } from "../store/values";
import { tagsOf } from "./note-tags";
import type { PageWalk } from "./page-walk";

/** Adds a picture or a printed page: its description, and its words as OneNote recognised them or, without any, by our recognition. */
export function addImage(walk: PageWalk, node: OneObject): void {
  const container = walk.space.object(node.objects.get(propertyIds.pictureContainer)?.[0]);
  const description = textOf(node, propertyIds.imageText).trim();
  const words = textOf(node, propertyIds.text).trim();
  const tags = tagsOf(node, walk.space);
  if (tags !== "") walk.items.push({ kind: "paragraph", text: tags });
  walk.items.push({
    kind: "picture",
    path: container?.file ? walk.keep(container.file) : undefined,
    // OneNote itself writes the words that it recognised as the description.
    description: description === words ? "" : description,
    words,
  });
}

/** Adds a file as an attachment, and its name to the text. Recordings are named only. */
export function addEmbeddedFile(walk: PageWalk, node: OneObject): void {
  const name = textOf(node, propertyIds.fileName).trim() || "file";
  const tags = tagsOf(node, walk.space);
  walk.items.push({ kind: "paragraph", text: `${tags} ${name}`.trim() });
  if ((node.numbers.get(propertyIds.recordMedia) ?? 0) > 0) {
    walk.unread.recordings.push(name);
    return;
  }
  const container = walk.space.object(node.objects.get(propertyIds.fileContainer)?.[0]);
  if (container?.file) walk.items.push({ kind: "embedded", path: walk.keep(container.file), name });
  else walk.unread.missingFiles.push(name);
}
