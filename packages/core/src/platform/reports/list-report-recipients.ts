import { z } from "zod";

import { platformQuery } from "../../operation/platform";

/** Lists the people who may get reports on all workspaces: the platform admins. */
export const listReportRecipients = platformQuery("platform.list-report-recipients", {
  title: "List who may get reports on all workspaces",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
  }),
  doors: ["admin"],

  handle: async ({ db }) => ({
    items: (await db.platform.dueReports.listPlatformAdmins()).map(({ id, name, email }) => ({
      id,
      name,
      email,
    })),
  }),
});
