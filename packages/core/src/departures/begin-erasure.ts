import { z } from "zod";
import { notFound } from "../errors";
import { departureDue } from "../events";
import { departureId } from "../ids";
import { command } from "../operation/command";
import { holdsInForce } from "./contract/holds-in-force";

const MOST_PHRASES = 40;
const AGAIN_AFTER_MS = 3_600_000;

/**
 * Begins to erase the workspace once its waiting time is over: nobody comes in any more, and a job does the rest. While a hold is in force it waits. One that
 * began an hour ago and has not ended is announced again.
 */
export const beginErasure = command("departures.begin-erasure", {
  title: "Begin to erase the workspace",
  permission: "workspace.erase",
  input: z.object({ id: departureId }),
  output: z.object({ outcome: z.enum(["begun", "held", "notDue", "under way"]) }),
  doors: [],

  async handle(tools, { id }) {
    const { departures, workspaces, members, clock, changed, emit, workspaceId, exportRows } =
      tools;
    const found = (await departures.find(id)) ?? notFound("Request", id);
    const now = clock();
    const isDue = found.dueAt <= now;
    if (!isDue || (found.state !== "waiting" && found.state !== "erasing"))
      return { outcome: "notDue" as const };
    if (found.state === "erasing") {
      if (found.beganAt && now.getTime() - found.beganAt.getTime() > AGAIN_AFTER_MS) {
        await departures.move(id, "erasing", { beganAt: now });
        emit(departureDue.of({ workspaceId, departureId: id }));
      }
      return { outcome: "under way" as const };
    }
    if ((await holdsInForce(tools)).length > 0) return { outcome: "held" as const };
    await exportRows.open();
    const rows = await departures.countRows();
    const owners = (await members.list()).filter(({ role }) => role === "owner");
    await departures.move(id, "waiting", {
      state: "erasing",
      beganAt: now,
      found: Object.fromEntries(rows.map((each) => [each.store, each.found])),
      phrases: await departures.samplePhrases(MOST_PHRASES),
      ownerIds: owners.map(({ userId }) => userId),
    });
    await workspaces.suspend(now);
    changed({ subject: id, before: { state: "waiting" }, after: { state: "erasing" } });
    emit(departureDue.of({ workspaceId, departureId: id }));
    return { outcome: "begun" as const };
  },
});
