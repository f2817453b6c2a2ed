import { auditInputOf, loadAuditFilters } from "@besunny/web-kit/audit/audit-filters";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { PlatformAudit } from "~/audit/platform-audit";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const input = auditInputOf(await loadAuditFilters(searchParams));
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.admin.auditedOperations.queryOptions()),
    client.prefetchInfiniteQuery(
      trpc.admin.audit.infiniteQueryOptions(input, {
        getNextPageParam: (page) => page.nextCursor,
      }),
    ),
  ]);

  return (
    <Hydrate>
      <PlatformAudit />
    </Hydrate>
  );
}
