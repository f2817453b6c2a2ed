import { z } from "zod";
import { platformQuery } from "../../operation/platform";
import { DriftWindow } from "../../quality/contract/drift";
import { daysBefore } from "../days-before";

/** Lists weeks of sources as compared with the weeks before, the newest first, with the ids of example documents. */
export const listDrift = platformQuery("platform.list-drift", {
  title: "Show the drift of sources",
  permission: "platform.read",
  input: z.object({
    days: z.number().int().min(7).max(400).default(90),
    workspaceId: z.string().max(60).nullable().default(null),
  }),
  output: z.object({ items: z.array(DriftWindow) }),
  doors: ["admin"],

  async handle({ db, clock }, { days, workspaceId }) {
    const rows = await db.platform.quality.listWindows(workspaceId, daysBefore(clock(), days), 500);
    return { items: rows.map((row) => DriftWindow.parse(row)) };
  },
});
