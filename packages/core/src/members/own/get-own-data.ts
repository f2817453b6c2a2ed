import { z } from "zod";

import { query } from "../../operation/query";
import { OwnData, ownPersonId } from "./contract";

/** Returns what the workspace keeps of the caller: their words, labels, conversations, views, notices, searches and audit rows. */
export const getOwnData = query("members.get-own-data", {
  title: "Get your own data",
  permission: "workspace.read",
  input: z.object({}),
  output: OwnData,
  doors: ["web"],

  async handle({ ownData, workspaces, actor }) {
    const { id, name } = await workspaces.current();
    return { workspace: { id, name }, tables: await ownData.list(ownPersonId(actor)) };
  },
});
