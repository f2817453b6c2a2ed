import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { RunPage } from "~/operations/run/run-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("run"))("title") };
}

export default async function OneRunPage({ params }: { params: Promise<{ id: string }> }) {
  return <RunPage runId={(await params).id} />;
}
