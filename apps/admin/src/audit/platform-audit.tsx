"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Select } from "@besunny/ui/fields/select";
import { auditInputOf } from "@besunny/web-kit/audit/audit-filters";
import { AuditLog, useAuditFilters, useShowEntry } from "@besunny/web-kit/audit/audit-log";
import { Verification, VerifyLog } from "@besunny/web-kit/audit/verify-log";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";

import { useWorkspaceNames } from "~/models/use-workspace-names";
import { PageHeader } from "~/shell/page-header";

/** Choices beside the workspaces; Radix has no option with an empty value. */
const PLATFORM = "platform";
const ALL = "all";

/** The audit logs: the platform's own, of platform admins did and what concerns accounts, and those of workspaces without their words. */
export function PlatformAudit() {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const [of, setOf] = useQueryState("of", parseAsString.withOptions({ history: "push" }));
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
        <LogSelect value={of} onChange={(next) => void setOf(next)} />
        <VerifyLog
          isChecking={check.isPending}
          onCheck={() => check.mutate({ workspaceId: of === ALL ? null : of })}
        />
      </PageHeader>
      <Verification
        data={check.data}
        error={check.error}
        isFetching={check.isPending}
        onShow={showEntry}
      />
      {of === null ? <LogOfPlatform /> : <LogOfWorkspaces of={of} />}
    </>
  );
}

function LogOfPlatform() {
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
    <AuditLog
      pages={pages}
      people={[]}
      operations={operations.data?.items ?? []}
      subjectLabel={t("subjectField")}
    />
  );
}

/** The log of one workspace, or of all: of the last week, unless a day is chosen. */
function LogOfWorkspaces({ of }: { of: string }) {
  const t = useTranslations("audit");
  const trpc = useTRPC();
  const [filters] = useAuditFilters();
  const operations = useQuery(
    trpc.admin.workspaceOperations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const pages = useInfiniteQuery(
    trpc.admin.workspaceAudit.infiniteQueryOptions(
      { ...auditInputOf({ ...filters, ip: null }), ...(of !== ALL && { workspaceId: of }) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  return (
    <AuditLog
      pages={pages}
      people={[]}
      operations={operations.data?.items ?? []}
      subjectLabel={t("documentField")}
    />
  );
}

function LogSelect({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (of: string | null) => void;
}) {
  const t = useTranslations("auditOf");
  const { workspaces } = useWorkspaceNames();
  return (
    <Select
      label={t("label")}
      value={value ?? PLATFORM}
      className="max-w-56"
      options={[
        { value: PLATFORM, label: t("platform") },
        { value: ALL, label: t("all") },
        ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(next) => onChange(next === PLATFORM ? null : next)}
    />
  );
}

/** Hands a ZIP in base64 to the browser as a file. */
function saveZip(zip: string): void {
  const link = document.createElement("a");
  link.href = `data:application/zip;base64,${zip}`;
  link.download = `evidence-${new Date().toISOString().slice(0, 10)}.zip`;
  link.click();
}
