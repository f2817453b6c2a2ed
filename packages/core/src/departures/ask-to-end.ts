import { z } from "zod";
import { actorIdOf } from "../access/actor";
import { conflict, invalidInput } from "../errors";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { idIn, instant } from "../shapes";
import { FEWEST_DAYS, MOST_DAYS } from "./contract/departure";
import { holdsInForce } from "./contract/holds-in-force";

const DAY_MS = 86_400_000;

/**
 * Asks for the end of the workspace: after some days everything in it is erased and its key destroyed. Until then any owner can take it back. A hold in force
 * refuses.
 */
export const askToEnd = command("departures.ask-to-end", {
  title: "End the workspace",
  permission: "workspace.end",
  input: z.object({
    name: z.string().max(200).meta({ description: "The name of the workspace, typed by hand" }),
    days: z.number().int().min(FEWEST_DAYS).max(MOST_DAYS).default(14),
  }),
  output: z.object({ id: idIn("dep"), dueAt: instant }),
  doors: ["web"],
  cost: 0,
  stepUp: true,

  async handle(tools, { name, days }) {
    const { departures, workspaces, members, actor, clock, changed, exportRows } = tools;
    const workspace = await workspaces.current();
    if (name.trim() !== workspace.name)
      invalidInput("That is not the name of this workspace", [
        { path: "name", message: `Type “${workspace.name}”` },
      ]);
    const holds = await holdsInForce(tools);
    if (holds.length > 0)
      conflict(
        `The workspace is kept by ${holds.map((hold) => `“${hold}”`).join(", ")}`,
        "Release the holds in the settings, under Privacy, or wait until they run out.",
      );
    await exportRows.open();
    const now = clock();
    const dueAt = new Date(now.getTime() + days * DAY_MS);
    const id =
      (await departures.ask({ askedById: actorIdOf(actor), askedAt: now, dueAt })) ??
      conflict("Somebody has asked for this already", "It can be taken back until its day.");
    changed({ subject: id, before: { state: null }, after: { state: "waiting", dueAt } });
    const people = (await members.list()).filter(
      ({ role }) => role === "owner" || role === "admin",
    );
    await tell(
      tools,
      people.map(({ userId }) => ({
        userId,
        kind: "departure" as const,
        key: `departure:${id}`,
        day: dueAt.toISOString().slice(0, 10),
        createdAt: now,
      })),
    );
    return { id, dueAt };
  },
});
