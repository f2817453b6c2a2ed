"use client";

import { auditInputOf } from "@besunny/web-kit/audit/audit-filters";
import { AuditLog, useAuditFilters, useShowEntry } from "@besunny/web-kit/audit/audit-log";
import { Verification, VerifyLog } from "@besunny/web-kit/audit/verify-log";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { moveRow } from "~/documents/row-focus";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { ExportLog } from "./export-log";
import { Looks } from "./looks";
import { Watches } from "./watches";

/** The audit log of the workspace, for owners and admins. */
export function WorkspaceAudit() {
  const t = useTranslations("audit");
  const tp = useTranslations("auditPage");
  const trpc = useTRPC();
  const [filters] = useAuditFilters();
  const operations = useQuery(
    trpc.workspace.operations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const verification = useQuery(
    trpc.workspace.verifyAudit.queryOptions({}, { enabled: false, staleTime: 0, retry: false }),
  );
  const showEntry = useShowEntry();
  const members = useQuery(trpc.members.list.queryOptions({}));
  const pages = useInfiniteQuery(
    trpc.workspace.audit.infiniteQueryOptions(auditInputOf(filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: tp("keyDown") },
      { keys: ["k"], does: tp("keyUp") },
      { keys: ["Enter"], does: tp("keyOpen") },
    ],
    { j: () => moveRow(1), k: () => moveRow(-1) },
  );

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <VerifyLog
            isChecking={verification.isFetching}
            onCheck={() => void verification.refetch()}
          />
        }
      />
      <Verification
        data={verification.data}
        error={verification.error}
        isFetching={verification.isFetching}
        onShow={showEntry}
      />
      <Looks />
      <Watches />
      <ExportLog />
      <AuditLog
        pages={pages}
        people={(members.data?.items ?? []).map(({ userId, name }) => ({ id: userId, name }))}
        operations={operations.data?.items ?? []}
        subjectLabel={t("documentField")}
      />
    </>
  );
}
