import type { Item } from "@besunny/connectors/sources/source";
import type { StoredSource } from "@besunny/db/sources/sources";

import { MailFacts } from "./mail-facts";
import type { LookTools } from "./tools";

/**
 * Returns items with what their fetching taught of them, where a listing does not carry it: their names, times and facts of a mail. A change may be about
 * just these facts. So an item that was left out for them is then not known any more, and is fetched and judged again.
 */
export async function withLearned(
  { sourceItems }: Pick<LookTools, "sourceItems">,
  source: Pick<StoredSource, "id">,
  { items, isChange }: { items: readonly Item[]; isChange: boolean },
): Promise<readonly Item[]> {
  const bare = items.filter(({ isFolder, mail, event }) => !isFolder && !mail && !event);
  if (bare.length === 0) return items;
  const ids = bare.map(({ id }) => id);
  const rows = await sourceItems.listLearned(source.id, ids);
  if (rows.length === 0) return items;
  const learned = new Map(rows.map((row) => [row.externalId, row]));
  return items.map((item) => {
    const known = learned.get(item.id);
    if (!known || known.revision !== item.revision || item.mail) return item;
    const { name, modifiedAt } = known;
    const isOpen = isChange && known.state === "left-out";
    const mail = isOpen ? null : MailFacts.parse(known.facts);
    return { ...item, name, modifiedAt, isNameless: isOpen, ...(mail && { mail }) };
  });
}
