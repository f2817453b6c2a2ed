import type { Repositories } from "@besunny/db/database";
import type { StoredAction } from "@besunny/db/meetings/action-items";
import { z } from "zod";
import type { Actor } from "../../access/actor";
import { ActionItem, actionsFor } from "../../meetings/contract/action";
import { mayChangeActions } from "./may-change";

/** An action for a list, with whether the caller may change it. */
export const ListedAction = ActionItem.extend({ mayChange: z.boolean() });
export type ListedAction = z.infer<typeof ListedAction>;

/** Returns stored actions as the actor sees them. */
export async function listedActions(
  tools: Pick<Repositories, "meetings" | "documents"> & { actor: Actor },
  stored: readonly StoredAction[],
): Promise<ListedAction[]> {
  const mayChange = await mayChangeActions(tools, stored);
  const items = await actionsFor(tools, stored);
  return items.map((item) => ({ ...item, mayChange: mayChange(item.id) }));
}
