import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkspaceAnalytics } from "~/analytics/workspace-analytics";
import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analytics"))("title") };
}

export default async function Page() {
  const { role } = await requireSession();
  const isAllowed = role !== null && can(role, "audit.read");
  if (isAllowed) await getQueryClient().prefetchQuery(trpc.metrics.list.queryOptions({}));

  return (
    <Hydrate>
      <WorkspaceAnalytics isAllowed={isAllowed} />
    </Hydrate>
  );
}
