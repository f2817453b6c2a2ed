import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { WorkspaceList } from "~/people/workspace-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces"))("title") };
}

export default function WorkspacesPage() {
  return <WorkspaceList />;
}
