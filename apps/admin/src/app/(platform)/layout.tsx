import { AppProviders } from "@besunny/web-kit/page/app-providers";
import type { ReactNode } from "react";

import { requireAdmin } from "~/session";
import { Shell } from "~/shell/shell";

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const { name, email } = await requireAdmin();

  return (
    <AppProviders>
      <Shell user={{ name, email }}>{children}</Shell>
    </AppProviders>
  );
}
