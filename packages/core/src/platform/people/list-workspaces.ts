import { z } from "zod";

import { cursorInput } from "../../cursor-input";
import { platformQuery } from "../../operation/platform";
import { pageOf, paging } from "../../shapes";
import { askedText, PlatformWorkspace } from "./contract";

/** Lists the workspaces, the newest first, with how many people and documents each has. */
export const listWorkspaces = platformQuery("platform.list-workspaces", {
  title: "List workspaces",
  permission: "platform.read",
  input: z.object({ ...paging, cursor: cursorInput, text: askedText }),
  output: pageOf(PlatformWorkspace),
  doors: ["admin"],

  handle: ({ db }, { limit, cursor, text }) =>
    db.platform.workspaces.list({ text }, { limit, cursor: cursor ?? undefined }),
});
