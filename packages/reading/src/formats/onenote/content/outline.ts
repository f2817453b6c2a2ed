import type { Id } from "../store/ids";
import type { OneObject } from "../store/one-store";
import { kinds, propertyIds } from "../store/property-ids";
import { addEmbeddedFile, addImage } from "./files";
import { type ListCounts, listLabel } from "./list-label";
import { deepest, type PageWalk } from "./page-walk";
import { addParagraph } from "./paragraph";
import { addTable } from "./table";

type Place = { depth: number };

/** Adds the paragraphs, tables, pictures and files below the given nodes, in reading order. */
export function addNodes(walk: PageWalk, ids: readonly Id[], { depth }: Place): void {
  if (depth > deepest) return;
  let counts: ListCounts = null;
  for (const id of ids) {
    const node = walk.take(id);
    if (!node) continue;
    if (node.kind === kinds.outlineElement) counts = addElement(walk, node, { depth, counts });
    else addNode(walk, node, { depth });
  }
}

function addNode(walk: PageWalk, node: OneObject, { depth }: Place) {
  switch (node.kind) {
    case kinds.outline:
    case kinds.title:
    case kinds.outlineGroup:
      addNodes(walk, node.objects.get(propertyIds.children) ?? [], { depth: depth + 1 });
      return;
    case kinds.richText:
      addParagraph(walk, node, null);
      return;
    case kinds.table:
      addTable(walk, node, (inside, ids) => addNodes(inside, ids, { depth: depth + 1 }));
      return;
    case kinds.image:
      addImage(walk, node);
      return;
    case kinds.embeddedFile:
      addEmbeddedFile(walk, node);
      return;
    case kinds.ink:
      walk.unread.ink += 1;
      return;
  }
}

/** Adds a paragraph of an outline and the paragraphs below it. Returns the counts for the paragraph after it. */
function addElement(
  walk: PageWalk,
  element: OneObject,
  { depth, counts }: Place & { counts: ListCounts },
): ListCounts {
  const list = walk.space.object(element.objects.get(propertyIds.listNodes)?.[0]);
  const place = list ? listLabel(list, counts) : null;
  let isFirst = true;
  for (const id of element.objects.get(propertyIds.contents) ?? []) {
    const node = walk.take(id);
    if (!node) continue;
    if (node.kind === kinds.richText)
      addParagraph(walk, node, place && isFirst ? { label: place.label, level: depth } : null);
    else addNode(walk, node, { depth });
    isFirst = false;
  }
  addNodes(walk, element.objects.get(propertyIds.children) ?? [], { depth: depth + 1 });
  return place?.counts ?? null;
}
