import type { Repositories } from "@besunny/db/database";

import type { Clock } from "../context";
import { apiKeyOf } from "./api-key";

/** Returns a page of keys, each with its owner; null if the owner has left. */
export async function pageOfKeys(
  { apiKeys, members, clock }: Pick<Repositories, "apiKeys" | "members"> & { clock: Clock },
  wanted: Parameters<Repositories["apiKeys"]["list"]>[0],
) {
  const { items, nextCursor } = await apiKeys.list(wanted);
  const people = await members.listPeople([...new Set(items.map(({ userId }) => userId))]);
  return {
    items: items.map((key) => ({
      ...apiKeyOf(key, clock()),
      person: people.find(({ id }) => id === key.userId) ?? null,
    })),
    nextCursor,
  };
}
