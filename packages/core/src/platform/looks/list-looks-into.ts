import { z } from "zod";
import { Look, lookOf } from "../../looks/contract/look";
import { platformQuery } from "../../operation/platform";
import { idIn } from "../../shapes";

const MOST = 50;

/** Lists looks into a workspace, newest first. */
export const listLooksInto = platformQuery("platform.list-looks-into", {
  title: "List looks into a workspace",
  permission: "people.manage",
  input: z.object({ workspaceId: idIn("ws") }),
  output: z.object({ items: z.array(Look) }),
  doors: ["admin"],

  async handle({ db, clock }, { workspaceId }) {
    const rows = await db.platform.looks.list(workspaceId, MOST);
    const ids = [...new Set(rows.map(({ adminId }) => adminId))];
    const names = new Map((await db.platform.audit.listActors(ids)).map((p) => [p.id, p.name]));
    return { items: rows.map((look) => lookOf(look, names, clock())) };
  },
});
