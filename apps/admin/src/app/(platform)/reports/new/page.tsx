import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ReportPage } from "~/reports/editor/report-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("new") };
}

export default function NewReportPage() {
  return <ReportPage id={null} />;
}
