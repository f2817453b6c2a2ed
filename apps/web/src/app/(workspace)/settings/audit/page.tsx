import { can } from "@besunny/api/browser/policy";
import { auditInputOf, loadAuditFilters } from "@besunny/web-kit/audit/audit-filters";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { NotForYou } from "./not-for-you";
import { WorkspaceAudit } from "./workspace-audit";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { role } = await requireSession();
  // A call would be refused, and leave a row for a page that somebody opened by its address.
  if (role === null || !can(role, "audit.read")) return <NotForYou />;
  const input = auditInputOf(await loadAuditFilters(searchParams));
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.workspace.operations.queryOptions()),
    client.prefetchQuery(trpc.members.list.queryOptions({})),
    client.prefetchInfiniteQuery(
      trpc.workspace.audit.infiniteQueryOptions(input, {
        getNextPageParam: (page) => page.nextCursor,
      }),
    ),
  ]);

  return (
    <Hydrate>
      <WorkspaceAudit />
    </Hydrate>
  );
}
