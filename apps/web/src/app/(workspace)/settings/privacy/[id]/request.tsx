"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import type { Preview } from "./preview";
import { RequestActions } from "./request-actions";
import { TraceList } from "./trace-list";

const busyMs = 3_000;

/** One request: its days, the documents that name the person with a choice for each, and what can be done. */
export function RequestPage({ id }: { id: string }) {
  const t = useTranslations("privacy");
  const ts = useTranslations("settings");
  const trpc = useTRPC();
  const preview = useQuery(
    trpc.privacy.request.queryOptions(
      { id },
      {
        refetchInterval: ({ state }) => (state.data?.request.state === "working" ? busyMs : false),
      },
    ),
  );
  const kind = preview.data?.request.kind;

  return (
    <>
      <PageHeader
        trail={[
          { href: "/settings", name: ts("title") },
          { href: "/settings/privacy", name: t("title") },
        ]}
        title={kind ? t(`kind_${kind}`) : t("request")}
      />
      {preview.isPending && <Skeleton className="m-4 h-32" />}
      {preview.error && (
        <ProblemState error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {preview.data && (
        <div className="grid max-w-4xl gap-6 px-4 py-6">
          <Facts preview={preview.data} />
          <RequestActions preview={preview.data} />
          {preview.data.request.state === "open" && <TraceList preview={preview.data} />}
        </div>
      )}
    </>
  );
}

function Facts({ preview: { request } }: { preview: Preview }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "long" });
  const { subject, state, askedAt, dueAt, extendedReason, confirmedAt, endedAt, outcome } = request;
  const rows = [
    [t("person"), [...subject.names, ...subject.addresses].join(", ") || t("forgotten")],
    [t("stateLabel"), t(`state_${state}`)],
    [t("askedLabel"), day(askedAt)],
    [t("dueLabel"), extendedReason ? `${day(dueAt)} (${extendedReason})` : day(dueAt)],
    [t("confirmedLabel"), confirmedAt ? day(confirmedAt) : null],
    [t("endedLabel"), endedAt ? day(endedAt) : null],
    [t("outcome"), outcome],
  ] as const;

  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-n11">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
