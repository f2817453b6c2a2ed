import type { ContentItem } from "../../office/content-item";
import type { Id } from "../store/ids";
import type { ObjectSpace, OneObject } from "../store/one-store";
import { kinds, propertyIds } from "../store/property-ids";
import { fileTime, fractionOf, isSet, textOf, time32 } from "../store/values";
import { addNodes } from "./outline";
import { createPageWalk, type PageWalk } from "./page-walk";
import { richTextOf } from "./rich-text";

/** A page of a section. `level` counts from 1; dates are ISO 8601. `label` names a page that has no title of its own too. */
export type OnePage = {
  title: string;
  label: string;
  level: number;
  author: string | undefined;
  createdAt: string | undefined;
  changedAt: string | undefined;
  /** The date and time as the page shows them. */
  shownDate: string;
  items: ContentItem[];
};

/** Returns null for a space that is no page, and for a page that was deleted. */
export function readPage(
  space: ObjectSpace,
  above: OneObject | null,
  given: Pick<PageWalk, "unread" | "keep">,
): OnePage | null {
  const manifest = space.object(space.contentRoot);
  if (manifest?.kind !== kinds.pageManifest) return null;
  const metadata = space.object(space.metadataRoot) ?? above;
  if (metadata && isSet(metadata, propertyIds.isDeleted)) return null;
  const walk = createPageWalk(space, given);
  const page = walk.take(manifest.objects.get(propertyIds.contents)?.[0]);
  if (!page) return null;
  const { title, shownDate } = titleOf(walk, page);
  addNodes(walk, inReadingOrder(walk, page.objects.get(propertyIds.children) ?? []), { depth: 0 });
  const cached = metadata ? textOf(metadata, propertyIds.cachedTitle).trim() : "";
  return {
    title,
    label: shortened(title || cached || textOf(page, propertyIds.cachedTitleFromPage).trim()),
    level: Math.max(1, Math.min(9, metadata?.numbers.get(propertyIds.pageLevel) ?? 1)),
    author: authorOf(page, space),
    createdAt: metadata ? fileTime(metadata, propertyIds.createdAt) : undefined,
    changedAt: time32(page, propertyIds.lastModified),
    shownDate,
    items: walk.items,
  };
}

/** The title is in an outline of its own, with the date and the time below it. */
function titleOf(walk: PageWalk, page: OneObject): { title: string; shownDate: string } {
  const [titles, dates]: [string[], string[]] = [[], []];
  const visit = (ids: readonly Id[], depth: number) => {
    for (const node of ids.map((id) => walk.take(id))) {
      if (!node) continue;
      if (node.kind === kinds.richText) {
        const isDate = isSet(node, propertyIds.isTitleDate) || isSet(node, propertyIds.isTitleTime);
        (isDate ? dates : titles).push(richTextOf(node, walk.space).text.trim());
      }
      if (depth < 10)
        for (const list of [propertyIds.contents, propertyIds.children])
          visit(node.objects.get(list) ?? [], depth + 1);
    }
  };
  visit(page.objects.get(propertyIds.structure) ?? [], 0);
  const join = (parts: string[], sign: string) => parts.filter((part) => part !== "").join(sign);
  return { title: join(titles, " "), shownDate: join(dates, ", ") };
}

/** A page is a free sheet: its outlines and pictures are read from the top down, and from left to right. */
function inReadingOrder({ space }: PageWalk, ids: readonly Id[]): Id[] {
  const placed = ids.map((id) => {
    const node = space.object(id);
    return {
      id,
      down: node ? fractionOf(node, propertyIds.offsetVertical) : 0,
      right: node ? fractionOf(node, propertyIds.offsetHorizontal) : 0,
    };
  });
  return placed.sort((a, b) => a.down - b.down || a.right - b.right).map(({ id }) => id);
}

/** OneNote shows the first words of a page that has no title. */
function shortened(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel).trimEnd()}…` : label;
}

const longestLabel = 120;

/** A page without an author of its own has that of the first paragraph. */
function authorOf(page: OneObject, space: ObjectSpace): string | undefined {
  const own = textOf(page, propertyIds.author).trim();
  if (own !== "") return own;
  let level = [page];
  for (let depth = 0; depth < 5; depth += 1) {
    for (const node of level) {
      const [id] =
        node.objects.get(propertyIds.authorOriginal) ??
        node.objects.get(propertyIds.authorMostRecent) ??
        [];
      const author = space.object(id);
      const name = author ? textOf(author, propertyIds.author).trim() : "";
      if (name !== "") return name;
    }
    level = level
      .flatMap(({ objects }) =>
        [propertyIds.structure, propertyIds.children].flatMap((list) => objects.get(list) ?? []),
      )
      .slice(0, mostLookedAt)
      .flatMap((id) => space.object(id) ?? []);
  }
  return undefined;
}

const mostLookedAt = 20;
