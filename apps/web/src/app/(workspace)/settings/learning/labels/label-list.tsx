"use client";

import { can } from "@besunny/api/browser/policy";
import { labelPlaces } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Download, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useNames } from "~/i18n/use-names";
import { useShell } from "~/shell/shell-context";

import { Panel } from "../../panel";
import { saveFile } from "../save-file";
import { ImportLabels } from "./import-labels";
import { LabelRow } from "./label-row";

const ANY = "any";

/** All that people said of documents: filtered, taken back, written to a file or read from one. */
export function LabelList() {
  const t = useTranslations("learning");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const { role } = useShell();
  const [type, setType] = useState(ANY);
  const [place, setPlace] = useState(ANY);
  const [isImporting, setImporting] = useState(false);
  const types = useQuery(trpc.taxonomy.list.queryOptions({}));
  const wantedPlace = labelPlaces.find((known) => known === place);
  const labels = useInfiniteQuery(
    trpc.learning.labels.infiniteQueryOptions(
      {
        ...(type !== ANY && { field: "type", value: type }),
        ...(wantedPlace && { place: wantedPlace }),
      },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const toFile = useMutation(
    trpc.learning.exportLabels.mutationOptions({
      onSuccess: ({ csv }) => saveFile("labels.csv", csv, "text/csv"),
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  const items = labels.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Panel title={t("labels")} hint={t("labelsHint")}>
      <div className="mb-3 flex flex-wrap gap-2">
        <Select
          label={t("filterType")}
          value={type}
          onChange={setType}
          options={[
            { value: ANY, label: t("anyType") },
            ...(types.data?.items ?? []).map(({ name }) => ({
              value: name,
              label: typeName(name),
            })),
          ]}
        />
        <Select
          label={t("filterPlace")}
          value={place}
          onChange={setPlace}
          options={[
            { value: ANY, label: t("anyPlace") },
            ...labelPlaces.map((value) => ({ value, label: t(`place_${value}`) })),
          ]}
        />
        <Button
          icon={<Download aria-hidden />}
          loading={toFile.isPending}
          onClick={() => toFile.mutate({})}
        >
          {t("export")}
        </Button>
        {can(role, "document.correct") && (
          <Button icon={<Upload aria-hidden />} onClick={() => setImporting(true)}>
            {t("import")}
          </Button>
        )}
      </div>
      {labels.isPending && <Skeleton className="h-24 w-full" />}
      {labels.error && <ProblemState error={labels.error} compact />}
      {labels.data && items.length === 0 && <p className="text-n11">{t("noLabels")}</p>}
      <ul aria-label={t("labels")}>
        {items.map((label) => (
          <LabelRow key={label.id} label={label} />
        ))}
      </ul>
      {labels.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={labels.isFetchingNextPage}
          onLoad={() => void labels.fetchNextPage()}
        />
      )}
      {isImporting && <ImportLabels onClose={() => setImporting(false)} />}
    </Panel>
  );
}
