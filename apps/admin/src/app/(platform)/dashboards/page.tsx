import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { DashboardLibrary } from "~/dashboards/library/dashboard-library";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboards"))("title") };
}

export default function DashboardLibraryPage() {
  return <DashboardLibrary />;
}
