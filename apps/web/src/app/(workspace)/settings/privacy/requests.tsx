"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { NewRequest } from "./new-request";
import { Restrictions } from "./restrictions";

type Request = Outputs["privacy"]["requests"]["items"][number];

const tones: Record<Request["state"], BadgeTone> = {
  open: "attention",
  working: "info",
  done: "good",
  refused: "neutral",
};

/** The requests of people about their data, with the day on which each is due. */
export function Requests() {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const list = useQuery(trpc.privacy.requests.queryOptions({}));
  const [isNew, setIsNew] = useState(false);

  return (
    <section className="max-w-4xl px-4 py-6">
      <p className="text-n11">{t("requestsLead")}</p>
      <Button className="mt-4" icon={<Plus aria-hidden />} onClick={() => setIsNew(true)}>
        {t("newRequest")}
      </Button>
      {isNew && <NewRequest onClose={() => setIsNew(false)} />}
      {list.isPending && <Skeleton className="mt-6 h-32" />}
      {list.error && <ProblemState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className="mt-6">{t("noRequests")}</p>}
      <ul aria-label={t("requests")} className="mt-4">
        {list.data?.items.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
      <Restrictions />
    </section>
  );
}

function RequestRow({ request }: { request: Request }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  const { id, kind, state, subject, askedAt, dueAt, endedAt, isLate } = request;
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const person = [...subject.names, ...subject.addresses].join(", ") || t("forgotten");

  return (
    <li className="flex min-h-14 items-center gap-3 border-n5 border-b py-2">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          <Link href={`/settings/privacy/${id}`} className="font-medium hover:underline">
            {t(`kind_${kind}`)}
          </Link>
          <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>
          {isLate && <Badge tone="bad">{t("late")}</Badge>}
        </span>
        <bdi className="block truncate text-n11 text-sm">{person}</bdi>
        <span className="block text-n11 text-sm">
          {t("asked", { day: day(askedAt) })} ·{" "}
          {endedAt ? t("ended", { day: day(endedAt) }) : t("due", { day: day(dueAt) })}
        </span>
      </span>
    </li>
  );
}
