import { z } from "zod";
import { departureStates } from "../../departures/contract/departure";
import { platformQuery } from "../../operation/platform";
import { idIn, instant } from "../../shapes";

const MOST = 500;

/** Lists workspaces that are about to end or were erased, the newest first. An erased one has no name any more. */
export const listDepartures = platformQuery("platform.list-departures", {
  title: "List workspaces that end or were erased",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: idIn("dep"),
        workspaceId: idIn("ws"),
        name: z.string().nullable(),
        state: z.enum(departureStates),
        askedAt: instant,
        dueAt: instant,
        endedAt: instant.nullable(),
        receiptId: z.string().nullable(),
      }),
    ),
  }),
  doors: ["admin"],

  async handle({ db }) {
    const items = [];
    for (const { certificate: _text, ...each } of await db.platform.departures.list(MOST))
      items.push({
        ...each,
        state: z.enum(departureStates).parse(each.state),
        name: (await db.platform.workspaces.find(each.workspaceId))?.name ?? null,
      });
    return { items };
  },
});
