"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import type { Choices } from "./choices";

/** The first page of the report with the figures of now, drawn when it is asked for. */
export function Preview({ choices }: { choices: Choices }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const trpc = useTRPC();
  const contents = contentsOf(choices, t("untitled"));
  const [asked, setAsked] = useState(contents);
  const drawn = useQuery(
    trpc.admin.reports.preview.queryOptions(asked, {
      retry: false,
      staleTime: 60_000,
      placeholderData: keepPreviousData,
    }),
  );
  const isOld = JSON.stringify(asked) !== JSON.stringify(contents);
  const at = (moment: Date) =>
    format.dateTime(moment, { dateStyle: "medium", timeZone: asked.timeZone });

  return (
    <section aria-label={t("preview")} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="mr-auto font-semibold">{t("preview")}</h2>
        <Button
          size="sm"
          loading={drawn.isFetching}
          onClick={() => (isOld ? setAsked(contents) : void drawn.refetch())}
        >
          {t("draw")}
        </Button>
      </div>
      {isOld && <p className="text-attention text-sm">{t("previewOld")}</p>}
      {drawn.isPending && <Skeleton className="aspect-[1/1.414] w-full" />}
      {drawn.error && (
        <ProblemState compact error={drawn.error} onRetry={() => void drawn.refetch()} />
      )}
      {drawn.data && (
        <>
          <img
            src={`data:image/png;base64,${drawn.data.png}`}
            alt={t("previewAlt", { title: asked.title })}
            className="w-full rounded-md border border-n6 bg-white"
          />
          <p className="text-n11 text-xs">
            {t("previewOf", {
              from: at(drawn.data.from),
              to: at(new Date(drawn.data.to.getTime() - 1)),
            })}
          </p>
        </>
      )}
    </section>
  );
}

function contentsOf(choices: Choices, untitled: string) {
  const { title, range, compare, filters, tiles, timeZone } = choices;
  return { title: title.trim() || untitled, range, compare, filters, tiles, timeZone };
}
