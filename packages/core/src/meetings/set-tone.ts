import { z } from "zod";
import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/**
 * Switches tones of topics on or off for the workspace. Meetings that are understood from then on have them; where they are off, nobody sees any.
 */
export const setTone = command("meetings.set-tone", {
  title: "Switch tones in meetings on or off",
  permission: "workspace.update",
  input: z.object({ wantsTone: z.boolean() }),
  output: nothing,
  doors: ["web"],

  async handle({ meetingChoices, actor, clock, workspaceId, changed }, { wantsTone }) {
    const before = await meetingChoices.wantsTone();
    await meetingChoices.putTone({ wantsTone, changedBy: personOf(actor).id, changedAt: clock() });
    changed({ subject: workspaceId, before: { wantsTone: before }, after: { wantsTone } });
  },
});
