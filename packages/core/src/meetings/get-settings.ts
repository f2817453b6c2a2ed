import { z } from "zod";
import { can } from "../access/policy";
import { query } from "../operation/query";

/** Returns what the workspace has chosen for meetings, and whether the caller may change it. */
export const getSettings = query("meetings.get-settings", {
  title: "Show the choices on meetings",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ wantsTone: z.boolean(), mayChange: z.boolean() }),
  doors: ["web"],

  handle: async ({ meetingChoices, actor }) => ({
    wantsTone: await meetingChoices.wantsTone(),
    mayChange: actor.kind === "user" && can(actor.role, "workspace.update"),
  }),
});
