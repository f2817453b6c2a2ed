/** The pages of a list of documents, as far as they were loaded. */
export type Pages<Item> = { pages: readonly { items: readonly Item[] }[] };

/** A document that changed, or one that is gone. */
export type News<Item> = Partial<Item> & { id: string };

/** A list of more pages than these is not read again for a change: its rows are replaced where they stand. */
export const MOST_PAGES_READ_AGAIN = 3;

/** Returns the pages with the documents as they are now, and without those that are gone or in the trash. */
export function patchedPages<Item extends { id: string }, Data extends Pages<Item>>(
  data: Data & Pages<Item>,
  news: readonly (News<NoInfer<Item>> | { id: string; isGone: boolean })[],
): Data {
  const byId = new Map(news.map((item) => [item.id, item]));
  const pages = data.pages.map((page) => {
    if (!page.items.some(({ id }) => byId.has(id))) return page;
    return {
      ...page,
      items: page.items.flatMap((item) => {
        const now = byId.get(item.id);
        if (!now) return [item];
        return isAway(now) ? [] : [{ ...item, ...now }];
      }),
    };
  });
  return { ...data, pages };
}

function isAway(item: object): boolean {
  return (
    ("isGone" in item && item.isGone === true) || ("trashedAt" in item && item.trashedAt !== null)
  );
}
