import type { Repositories } from "@besunny/db/database";
import type { Definition } from "@besunny/rules/definition";

import { definitionOf } from "./automation";

/** An automation that is on, with its published version. */
export type Published = {
  id: string;
  ownerId: string | null;
  number: number;
  definition: Definition;
};

const known = new Map<string, Definition>();
const MOST_KNOWN = 5_000;

/** Returns what is on and begins by one of these triggers, in the order in which it runs. A version never changes, so it is read once. */
export async function publishedOn(
  { automations }: Pick<Repositories, "automations">,
  triggerKinds: readonly string[],
): Promise<Published[]> {
  const on = await automations.listOn(triggerKinds);
  const keyOf = ({ id, number }: { id: string; number: number }) => `${id} ${number}`;
  const unread = on.filter((each) => !known.has(keyOf(each)));
  if (known.size + unread.length > MOST_KNOWN) known.clear();
  const missing = on.filter((each) => !known.has(keyOf(each)));
  for (const row of await automations.definitions(missing))
    known.set(keyOf(row), definitionOf(row.definition));
  return on.flatMap((each) => {
    const definition = known.get(keyOf(each));
    return definition ? [{ ...each, definition }] : [];
  });
}
