import { z } from "zod";

import { cursorInput } from "../../cursor-input";
import { platformQuery } from "../../operation/platform";
import { pageOf, paging } from "../../shapes";
import { askedText, PlatformPerson } from "./contract";

/** Lists the people of all workspaces by their addresses. */
export const listPeople = platformQuery("platform.list-people", {
  title: "List people",
  permission: "platform.read",
  input: z.object({ ...paging, cursor: cursorInput, text: askedText }),
  output: pageOf(PlatformPerson),
  doors: ["admin"],

  handle: ({ db }, { limit, cursor, text }) =>
    db.platform.people.list({ text }, { limit, cursor: cursor ?? undefined }),
});
