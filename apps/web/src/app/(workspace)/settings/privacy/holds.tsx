"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { NewHold } from "./new-hold";
import { ReasonDialog } from "./reason-dialog";
import { usePrivacyChanged } from "./use-privacy-changed";

type Hold = Outputs["privacy"]["holds"]["items"][number];

/** The holds of the workspace, those in force and those that have ended. */
export function Holds() {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const list = useQuery(trpc.privacy.holds.queryOptions({}));
  const [isNew, setIsNew] = useState(false);
  const changed = usePrivacyChanged();
  const release = useMutation(
    trpc.privacy.releaseHold.mutationOptions({
      onSuccess: () => setToRelease(null),
      onSettled: changed,
    }),
  );
  const [toRelease, setToRelease] = useState<Hold | null>(null);

  return (
    <section className="max-w-4xl px-4 py-6">
      <p className="text-n11">{t("holdsLead")}</p>
      <Button className="mt-4" icon={<Plus aria-hidden />} onClick={() => setIsNew(true)}>
        {t("newHold")}
      </Button>
      {isNew && <NewHold onClose={() => setIsNew(false)} />}
      {list.isPending && <Skeleton className="mt-6 h-32" />}
      {list.error && <ProblemState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className="mt-6">{t("noHolds")}</p>}
      <ul aria-label={t("holds")} className="mt-4">
        {list.data?.items.map((hold) => (
          <HoldRow key={hold.id} hold={hold} onRelease={() => setToRelease(hold)} />
        ))}
      </ul>
      {toRelease && (
        <ReasonDialog
          title={t("releaseTitle", { name: toRelease.name })}
          hint={t("releaseHint")}
          action={t("release")}
          error={release.error}
          isPending={release.isPending}
          onDo={(reason) => release.mutate({ id: toRelease.id, reason })}
          onClose={() => setToRelease(null)}
        />
      )}
    </section>
  );
}

function HoldRow({ hold, onRelease }: { hold: Hold; onRelease: () => void }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  const { name, kind, about, reason, state, until, documents, releaseReason } = hold;
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });

  return (
    <li className="flex min-h-14 flex-wrap items-center gap-3 border-n5 border-b py-3">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium">{name}</bdi>
          <Badge tone={state === "inForce" ? "attention" : "neutral"}>{t(`hold_${state}`)}</Badge>
        </span>
        <span className="block text-n11 text-sm">
          {t(`holdOn_${kind}`, { about })} · {t("documents", { count: documents })} ·{" "}
          {until ? t("until", { day: day(until) }) : t("untilReleased")}
        </span>
        <span className="block break-words text-n11 text-sm">
          {releaseReason ? t("releasedBecause", { reason: releaseReason }) : reason}
        </span>
      </span>
      {state === "inForce" && (
        <Button size="sm" aria-label={t("releaseNamed", { name })} onClick={onRelease}>
          {t("release")}
        </Button>
      )}
    </li>
  );
}
