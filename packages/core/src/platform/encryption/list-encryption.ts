import { z } from "zod";

import { FileProgress, KeyVersion } from "../../encryption/contract/shapes";
import { platformQuery } from "../../operation/platform";

const PAGE = 50;

/** An owner of keys: a workspace, `platform` for files of no workspace, or `secrets` for columns. */
const KeyOwner = z.object({
  workspaceId: z.string(),
  name: z.string().nullable(),
  versions: z.array(KeyVersion),
  files: FileProgress.nullable(),
});

/** Lists the keys of workspaces, 50 at a time, by id. */
export const listEncryption = platformQuery("platform.list-encryption", {
  title: "List the encryption keys of workspaces",
  permission: "system.read",
  input: z.object({ cursor: z.string().max(100).optional() }),
  output: z.object({ items: z.array(KeyOwner), nextCursor: z.string().nullable() }),
  doors: ["admin"],

  async handle({ db }, { cursor = "" }) {
    const found = await db.platform.workspaceKeys.listStates({ after: cursor, limit: PAGE + 1 });
    const items = z.array(KeyOwner).parse(found.slice(0, PAGE));
    return { items, nextCursor: found.length > PAGE ? (items.at(-1)?.workspaceId ?? null) : null };
  },
});
