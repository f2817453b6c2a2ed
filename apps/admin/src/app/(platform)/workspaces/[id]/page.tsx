import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { WorkspacePage } from "~/people/workspace-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces"))("title") };
}

export default async function OneWorkspacePage({ params }: { params: Promise<{ id: string }> }) {
  return <WorkspacePage id={(await params).id} />;
}
