"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { formatBytes } from "~/documents/format-bytes";

import { Panel } from "../panel";

type Export = Outputs["exports"]["list"]["items"][number];

const EVERY_MS = 4_000;
const tones = { working: "info", ready: "good", failed: "bad", removed: "neutral" } as const;

/** Everything of the workspace as one file: begins to make it, and offers those that are ready. */
export function Exports() {
  const t = useTranslations("ending");
  const trpc = useTRPC();
  const changed = useToldChange(trpc.exports.pathKey());
  const list = useQuery(
    trpc.exports.list.queryOptions(
      {},
      {
        refetchInterval: ({ state }) =>
          state.data?.items.some((each) => each.state === "working") ? EVERY_MS : false,
      },
    ),
  );
  const start = useMutation(trpc.exports.start.mutationOptions(changed(t("started"))));
  const isWorking = list.data?.items.some(({ state }) => state === "working");

  return (
    <Panel title={t("export")} hint={t("exportLead")}>
      <Button
        variant="primary"
        loading={start.isPending}
        disabled={isWorking}
        onClick={() => start.mutate({})}
      >
        {t("start")}
      </Button>
      {list.error && <ProblemState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className="mt-4 text-n11">{t("none")}</p>}
      <ul aria-label={t("exports")} className="mt-4">
        {list.data?.items.map((each) => (
          <ExportRow key={each.id} made={each} />
        ))}
      </ul>
    </Panel>
  );
}

function ExportRow({ made }: { made: Export }) {
  const t = useTranslations("ending");
  const format = useFormatter();
  const trpc = useTRPC();
  const changed = useToldChange(trpc.exports.pathKey());
  const remove = useMutation(trpc.exports.remove.mutationOptions(changed(t("state_removed"))));
  const { id, state, bytes, documents, createdAt, expiresAt, problem } = made;
  const day = format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" });
  const until = expiresAt && format.dateTime(expiresAt, { dateStyle: "medium" });

  return (
    <li className="flex min-h-14 flex-wrap items-center gap-3 border-n5 border-b py-3">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          {day}
          <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>
        </span>
        <span className="block text-n11 text-sm">
          {t("size", { size: formatBytes(bytes, format), documents })}
          {state === "ready" && until ? ` · ${t("until", { day: until })}` : ""}
        </span>
        {problem && <span className="block break-words text-n11 text-sm">{problem}</span>}
      </span>
      {state === "ready" && (
        <Button asChild size="sm">
          <a href={`/api/v1/exports/${id}/content`} aria-label={t("downloadNamed", { day })}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
      )}
      {state !== "removed" && (
        <Button
          size="sm"
          variant="ghost"
          loading={remove.isPending}
          aria-label={t("removeNamed", { day })}
          onClick={() => remove.mutate({ id })}
        >
          {t("remove")}
        </Button>
      )}
    </li>
  );
}
