import { LinkedDashboard } from "@besunny/web-kit/dashboards/sharing/linked-dashboard";
import { NoLink } from "@besunny/web-kit/dashboards/sharing/no-link";
import { AppProviders } from "@besunny/web-kit/page/app-providers";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";

import { AdminFigures } from "~/figures/admin-figures";
import { handlers } from "~/runtime";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ range?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboards"))("linked"), robots: { index: false } };
}

/** A dashboard for anyone who has its link; nothing else is shown, and no row behind a figure. */
export default async function LinkPage({ params, searchParams }: Props) {
  const [{ token }, { range }] = await Promise.all([params, searchParams]);
  const opened = await handlers.linkedDashboard(await headers(), {
    token,
    range: typeof range === "string" ? range : undefined,
  });
  if (!opened) return <NoLink />;
  return (
    <AppProviders>
      <AdminFigures>
        <LinkedDashboard opened={opened} />
      </AdminFigures>
    </AppProviders>
  );
}
