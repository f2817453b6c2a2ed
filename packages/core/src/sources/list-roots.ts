import { sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { accountOf } from "../connections/contract/account-of";
import { asAppError } from "../connections/contract/as-app-error";
import { mustBeTheirs } from "../connections/contract/must-find";
import { findConnection } from "../connections/find-connection";
import { connectionId } from "../ids";
import { flow } from "../operation/flow";
import { RootChoice, RootRef, rootKeyOf } from "./contract/root";

const MOST_ROOTS = 500;

/** Lists what can be chosen below a folder, or by name. Nothing is read before somebody opens it. Throws `NOT_FOUND`. */
export const listRoots = flow("sources.list-roots", {
  title: "List what can be chosen at an account",
  permission: "source.manage",
  input: z.object({
    connectionId,
    kind: z.enum(sourceKinds),
    within: RootRef.nullable().default(null),
    query: z.string().trim().max(200).optional(),
  }),
  output: z.object({ items: z.array(RootChoice), hasMore: z.boolean() }),
  doors: ["web"],
  uses: ["sources"],
  audit: { notAudited: "It shows a person what is in their own account, and keeps nothing." },

  async handle({ caller, sources, actor }, { connectionId: id, kind, within, query }) {
    const connection = await findConnection(caller, { id });
    mustBeTheirs(actor, connection);
    const adapter = await sources.of(kind, connection);
    const account = accountOf(caller, connection);
    const items = [];
    try {
      for await (const root of adapter.listRoots(
        account,
        within ?? undefined,
        query || undefined,
      )) {
        if (items.length === MOST_ROOTS) return { items, hasMore: true };
        items.push({ ...root, key: rootKeyOf(root.ref) });
      }
    } catch (error) {
      throw asAppError(error);
    }
    return { items, hasMore: false };
  },
});
