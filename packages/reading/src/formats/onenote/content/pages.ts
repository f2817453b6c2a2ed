import type { Id } from "../store/ids";
import type { OneObject, OneStore } from "../store/one-store";
import { kinds, propertyIds } from "../store/property-ids";

/** The space of a page, and what the section says about the page. */
export type PageEntry = { space: Id; metadata: OneObject | null };

/**
 * Lists the pages of a section in their order. Pages that were deleted and earlier states of pages are not in it. If the list is damaged,
 * all spaces are listed and `isWhole` is false.
 */
export function pagesOf(store: OneStore): { pages: PageEntry[]; isWhole: boolean } {
  const { root } = store;
  const section = root?.object(root.contentRoot);
  if (!root || section?.kind !== kinds.section)
    return { pages: store.spaceIds().map((space) => ({ space, metadata: null })), isWhole: false };
  const pages = new Map<Id, PageEntry>();
  let isWhole = true;
  for (const id of section.objects.get(propertyIds.children) ?? []) {
    const series = root.object(id);
    if (!series) isWhole = false;
    const metadata = series?.objects.get(propertyIds.pagesMetadata) ?? [];
    for (const [index, space] of (series?.spaces.get(propertyIds.childSpaces) ?? []).entries())
      pages.set(space, { space, metadata: root.object(metadata[index]) });
  }
  return { pages: [...pages.values()], isWhole };
}
