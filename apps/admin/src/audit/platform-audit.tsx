"use client";

import { Button } from "@besunny/ui/buttons/button";
import { auditInputOf } from "@besunny/web-kit/audit/audit-filters";
import { AuditLog, useAuditFilters, useShowEntry } from "@besunny/web-kit/audit/audit-log";
import { Verification, VerifyLog } from "@besunny/web-kit/audit/verify-log";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
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

  const check = useMutation(trpc.admin.verifyLog.mutationOptions());
  const evidence = useMutation(
    trpc.admin.evidence.mutationOptions({ onSuccess: ({ zip }) => saveZip(zip) }),
  );
  const showEntry = useShowEntry();

  return (
    <>
      <PageHeader title={t("title")}>
        <Button size="sm" loading={evidence.isPending} onClick={() => evidence.mutate()}>
          {t("evidence")}
        </Button>
        <VerifyLog
          isChecking={check.isPending}
          onCheck={() => check.mutate({ workspaceId: null })}
        />
      </PageHeader>
      <Verification
        data={check.data}
        error={check.error}
        isFetching={check.isPending}
        onShow={showEntry}
      />
      <AuditLog
        pages={pages}
        people={[]}
        operations={operations.data?.items ?? []}
        subjectLabel={t("subjectField")}
      />
    </>
  );
}

/** Hands a ZIP in base64 to the browser as a file. */
function saveZip(zip: string): void {
  const link = document.createElement("a");
  link.href = `data:application/zip;base64,${zip}`;
  link.download = `evidence-${new Date().toISOString().slice(0, 10)}.zip`;
  link.click();
}
