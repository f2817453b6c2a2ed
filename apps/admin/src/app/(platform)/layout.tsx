import type { ReactNode } from "react";

import { requireAdmin } from "~/session";
import { Shell } from "~/shell/shell";

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const { name, email } = await requireAdmin();

  return <Shell user={{ name, email }}>{children}</Shell>;
}
