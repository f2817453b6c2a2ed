"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { TableCell, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { useTranslations } from "next-intl";

import { timeSpan } from "~/operations/time-span";

import type { Dependency } from "./system-state";

/** One dependency with its engine, its last test and the button that tests it now. */
export function DependencyRow({ dependency }: { dependency: Dependency }) {
  const t = useTranslations("system");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { name, engine, version, last, succeededAt } = dependency;
  const title = t(`dependency_${name}`);
  const test = useMutation(
    trpc.admin.system.test.mutationOptions({
      onSuccess: (outcome) => {
        cache.setQueryData(trpc.admin.system.get.queryKey({}), (state) =>
          state
            ? {
                ...state,
                dependencies: state.dependencies.map((each) =>
                  each.name === name
                    ? {
                        ...each,
                        last: outcome,
                        succeededAt: outcome.isOk ? outcome.testedAt : each.succeededAt,
                      }
                    : each,
                ),
              }
            : state,
        );
      },
      onError: (error) => {
        const { message, hint } = problemOf(error);
        toast.failed(message, hint ?? undefined);
      },
    }),
  );
  const engineWords = engine && t(`engine_${engine}`);

  return (
    <TableRow aria-label={title}>
      <TableCell className="py-2 align-top">
        <span className="font-medium">{title}</span>
        <span className="block max-w-72 text-n11 text-xs">{t(`about_${name}`)}</span>
        <span className="block text-xs md:hidden">{engineWords ?? t("notSetUp")}</span>
      </TableCell>
      <TableCell className="py-2 align-top max-md:hidden">
        {engineWords ?? <span className="text-n11">{t("notSetUp")}</span>}
        {version && <span className="block break-all text-n11 text-xs">{version}</span>}
      </TableCell>
      <TableCell className="max-w-md py-2 align-top" aria-live="polite">
        {last ? (
          <>
            <span className="flex flex-wrap items-center gap-x-2">
              <Badge tone={last.isOk ? "good" : "bad"}>{t(last.isOk ? "works" : "fails")}</Badge>
              <span className="text-n11 text-xs">
                {t("took", { span: timeSpan(last.tookMs) })}, <RelativeTime at={last.testedAt} />
              </span>
            </span>
            <span className="block break-words text-xs">{last.finding ?? last.problem}</span>
            {!last.isOk && (
              <span className="block max-w-prose break-words text-n11 text-xs">
                {t(`remedy_${name}`)}{" "}
                {succeededAt && (
                  <>
                    {t("lastSuccess")} <RelativeTime at={succeededAt} />.
                  </>
                )}
              </span>
            )}
          </>
        ) : (
          <span className="text-n11">{engine ? t("neverTested") : "–"}</span>
        )}
      </TableCell>
      <TableCell className="py-2 text-right align-top">
        {engine && (
          <Button
            size="sm"
            icon={<Activity />}
            loading={test.isPending}
            aria-label={t("testNamed", { name: title })}
            onClick={() => test.mutate({ name })}
          >
            <span className="max-md:sr-only">{t("test")}</span>
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
