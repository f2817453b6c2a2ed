import { z } from "zod";
import { AppError, conflict } from "../errors";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";

/**
 * Asks the owners of a workspace for a look into it, for a time and with a reason. An urgent one begins at once. Its owners and admins get a notice of either,
 * and may refuse or end it.
 */
export const askForLook = command("looks.ask-for-look", {
  title: "Ask for a look into a workspace",
  permission: "look.use",
  input: z.object({
    reason: z.string().trim().min(10).max(500),
    minutes: z.number().int().min(5).max(480),
    isUrgent: z.boolean(),
  }),
  output: z.object({ id: z.string() }),
  doors: [],

  async handle(tools, { reason, minutes, isUrgent }) {
    const { looks, members, actor, clock, changed } = tools;
    if (actor.kind !== "platformAdmin")
      throw new AppError("FORBIDDEN", "Only an admin asks for a look");
    const now = clock();
    if (await looks.findOpen(actor.id, now)) conflict("You have asked for a look here already");
    const endsAt = isUrgent ? new Date(now.getTime() + minutes * MINUTE_MS) : null;
    const beganAt = isUrgent ? now : null;
    const look = { adminId: actor.id, reason, minutes, isUrgent, askedAt: now, beganAt, endsAt };
    const id = await looks.add(look);
    changed({
      subject: id,
      before: { look: null },
      after: { look: isUrgent ? "open" : "waiting" },
    });
    const people = (await members.list()).filter(
      ({ role }) => role === "owner" || role === "admin",
    );
    await tell(
      tools,
      people.map(({ userId }) => ({
        userId,
        kind: "look" as const,
        key: `look:${id}`,
        createdAt: now,
      })),
    );
    return { id };
  },
});
const MINUTE_MS = 60_000;
