import { DashboardLibrary } from "@besunny/web-kit/dashboards/dashboard-library";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AdminFigures } from "~/figures/admin-figures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboards"))("title") };
}

export default function DashboardLibraryPage() {
  return (
    <AdminFigures>
      <DashboardLibrary />
    </AdminFigures>
  );
}
