import { z } from "zod";

import { DashboardDraft } from "../../dashboards/contract/dashboard";
import { nobody, shown } from "../../dashboards/contract/shown";
import { platformCommand } from "../../operation/platform";
import { secret } from "../../operation/secret";
import { idIn, instant } from "../../shapes";
import { linkOf } from "./link-of";

/** Returns the dashboard of a link and counts the opening. Throws `NOT_FOUND` if the link has ended. */
export const openDashboardLink = platformCommand("platform.open-dashboard-link", {
  title: "Open a dashboard by its link",
  permission: "dashboard.open",
  input: z.object({ token: secret(z.string().max(100)) }),
  output: DashboardDraft.extend({ linkId: idIn("dsl"), expiresAt: instant }),
  doors: [],
  audit: { subjects: ({ linkId }) => [linkId] },

  async handle({ dashboards, people, clock, changed }, { token }) {
    const now = clock();
    const { id, expiresAt, dashboard } = await linkOf({ dashboards, people }, { token, now });
    await dashboards.countOpening(id, now);
    changed({ subject: dashboard.id, before: { opened: false }, after: { opened: true } });
    const { title, description, content } = shown(dashboard, nobody);
    return { linkId: id, expiresAt, title, description, content };
  },
});
