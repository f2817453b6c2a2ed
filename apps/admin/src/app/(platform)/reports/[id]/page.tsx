import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ReportPage } from "~/reports/editor/report-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function ChangeReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ReportPage id={id} />;
}
