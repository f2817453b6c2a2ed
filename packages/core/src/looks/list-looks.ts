import { z } from "zod";
import { query } from "../operation/query";
import { Look, lookOf } from "./contract/look";

const MOST = 50;

/** Lists looks of platform admins into the workspace, newest first. */
export const listLooks = query("looks.list-looks", {
  title: "List looks of platform admins",
  permission: "audit.read",
  input: z.object({}),
  output: z.object({ items: z.array(Look) }),
  doors: ["web"],

  async handle({ looks, audit, clock }) {
    const rows = await looks.list(MOST);
    const people = await audit.listActors([...new Set(rows.map(({ adminId }) => adminId))]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return { items: rows.map((look) => lookOf(look, names, clock())) };
  },
});
