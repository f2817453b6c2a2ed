import type { Repositories } from "@besunny/db/database";

import { conflict } from "../errors";

/** Throws `CONFLICT` if another group has the name. */
export async function mustBeFree(
  { groups }: Pick<Repositories, "groups">,
  name: string,
  { but }: { but?: string } = {},
): Promise<void> {
  if (await groups.isNameFree(name, but ? { but } : {})) return;
  conflict(`There is a group “${name}” already`, "Choose another name.");
}
