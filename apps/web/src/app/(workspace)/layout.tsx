import { AppProviders } from "@besunny/web-kit/page/app-providers";
import type { ReactNode } from "react";

import { requireSession } from "~/session";
import { Barred } from "~/shell/barred";
import { NoWorkspace } from "~/shell/no-workspace";
import { Shell } from "~/shell/shell";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { workspaceId, role, barred, workspaces, isOfOrganisation } = session;
  if (barred)
    return (
      <AppProviders>
        <Barred barred={barred} workspaces={workspaces} isOfOrganisation={isOfOrganisation} />
      </AppProviders>
    );
  if (!workspaceId || !role)
    return (
      <AppProviders>
        <NoWorkspace email={session.user.email} suspended={session.suspended} />
      </AppProviders>
    );

  return (
    <AppProviders>
      <Shell session={{ ...session, workspaceId, role }}>{children}</Shell>
    </AppProviders>
  );
}
