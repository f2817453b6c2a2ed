"use client";

import { auditInputOf } from "@besunny/web-kit/audit/audit-filters";
import { AuditLog, useAuditFilters } from "@besunny/web-kit/audit/audit-log";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

/** The platform's audit log: what platform admins did, and what concerns accounts. */
export function PlatformAudit() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const [filters] = useAuditFilters();
  const operations = useQuery(
    trpc.admin.auditedOperations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const pages = useInfiniteQuery(
    trpc.admin.audit.infiniteQueryOptions(auditInputOf(filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );

  return (
    <>
      <PageHeader title={t("title")} />
      <AuditLog
        pages={pages}
        people={[]}
        operations={operations.data?.items ?? []}
        subjectLabel={t("subjectField")}
      />
    </>
  );
}
