import type { ContentItem } from "../../office/content-item";
import type { Id } from "../store/ids";
import type { ObjectSpace, OneObject } from "../store/one-store";

/**
 * The state of the walk over one page: its objects, the items found so far and what was not read. `keep` remembers the bytes of a
 * picture or file and returns a path for them.
 */
export type PageWalk = {
  space: ObjectSpace;
  items: ContentItem[];
  unread: Unread;
  keep(bytes: Buffer): string;
  /** Returns an object, once: only damage names an object of a page twice. */
  take(id: Id | undefined): OneObject | null;
};

/** `missing` counts objects that the page names and the file does not have. */
export type Unread = { ink: number; recordings: string[]; missingFiles: string[]; missing: number };

/** Deeper nodes are left out. */
export const deepest = 100;

export function createPageWalk(
  space: ObjectSpace,
  { unread, keep }: Pick<PageWalk, "unread" | "keep">,
): PageWalk {
  const seen = new Set<Id>();
  return {
    space,
    items: [],
    unread,
    keep,
    take(id) {
      if (id === undefined || seen.has(id)) return null;
      seen.add(id);
      const object = space.object(id);
      if (!object) unread.missing += 1;
      return object;
    },
  };
}
