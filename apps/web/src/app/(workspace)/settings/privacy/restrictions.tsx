"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { ReasonDialog } from "./reason-dialog";
import { usePrivacyChanged } from "./use-privacy-changed";

type Restriction = Outputs["privacy"]["restrictions"]["items"][number];

/** The restrictions, with the documents that nothing processes; nothing at all while there are none. */
export function Restrictions() {
  const t = useTranslations("restrictions");
  const trpc = useTRPC();
  const changed = usePrivacyChanged();
  const list = useQuery(trpc.privacy.restrictions.queryOptions({}));
  const [toLift, setToLift] = useState<Restriction | null>(null);
  const lift = useMutation(
    trpc.privacy.liftRestriction.mutationOptions({
      onSuccess: () => setToLift(null),
      onSettled: changed,
    }),
  );
  if (list.error)
    return <ProblemState error={list.error} onRetry={() => void list.refetch()} compact />;
  if (!list.data || list.data.items.length === 0) return null;

  return (
    <div className="mt-8">
      <h2 className="font-semibold text-lg">{t("title")}</h2>
      <p className="text-n11">{t("lead")}</p>
      <ul aria-label={t("title")} className="mt-2">
        {list.data.items.map((each) => (
          <RestrictionRow key={each.id} restriction={each} onLift={() => setToLift(each)} />
        ))}
      </ul>
      {toLift && (
        <ReasonDialog
          title={t("liftTitle")}
          hint={t("liftHint")}
          action={t("lift")}
          error={lift.error}
          isPending={lift.isPending}
          onDo={(reason) => lift.mutate({ id: toLift.id, reason })}
          onClose={() => setToLift(null)}
        />
      )}
    </div>
  );
}

function RestrictionRow({
  restriction: { reason, beganAt, liftedAt, liftReason, total, documents },
  onLift,
}: {
  restriction: Restriction;
  onLift: () => void;
}) {
  const t = useTranslations("restrictions");
  const format = useFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const titles = documents.flatMap(({ title }) => title ?? []);

  return (
    <li className="flex flex-wrap items-center gap-3 border-n5 border-b py-3">
      <span className="min-w-0 flex-1 basis-64">
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="break-words font-medium">{reason}</bdi>
          <Badge tone={liftedAt ? "neutral" : "attention"}>
            {t(liftedAt ? "lifted" : "inForce")}
          </Badge>
        </span>
        <span className="block text-n11 text-sm">
          {t("since", { day: day(beganAt), count: total })}
          {liftedAt && ` · ${t("until", { day: day(liftedAt), reason: liftReason ?? "" })}`}
        </span>
        {!liftedAt && titles.length > 0 && (
          <bdi className="block break-words text-n11 text-sm">{titles.join(", ")}</bdi>
        )}
      </span>
      {!liftedAt && (
        <Button size="sm" aria-label={t("liftNamed", { reason })} onClick={onLift}>
          {t("lift")}
        </Button>
      )}
    </li>
  );
}
