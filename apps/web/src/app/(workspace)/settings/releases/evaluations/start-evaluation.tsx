"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Field } from "@besunny/ui/fields/field";
import { Select } from "@besunny/ui/fields/select";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useReleasesChanged } from "../use-releases-changed";
import { useDatasetName } from "./use-dataset-name";
import { type Evaluation, isOpen } from "./use-evaluations";

/** Chooses the documents to compare on, and starts. */
export function StartEvaluation({
  releaseId,
  latest,
}: {
  releaseId: string;
  latest: Evaluation | null;
}) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const datasetName = useDatasetName();
  const changed = useReleasesChanged();
  const [chosen, setChosen] = useState<string | null>(null);
  const datasets = useQuery(trpc.evaluations.datasets.queryOptions({}));
  const start = useMutation(trpc.evaluations.start.mutationOptions(changed(t("compareStarted"))));

  if (datasets.isPending) return <Skeleton className="h-16 w-full" />;
  if (datasets.error) return <FormProblem problem={problemOf(datasets.error)} />;

  // Only types are compared, and only on documents that no model learned from.
  const usable = datasets.data.items.filter(
    ({ field, tested, checksum }) => field === "type" && tested > 0 && checksum !== null,
  );
  const dataset = usable.find(({ id }) => id === chosen) ?? usable[0];
  if (!dataset)
    return (
      <p>
        {t("noDatasets")}{" "}
        <Link href="/settings/learning" className="underline underline-offset-2">
          {t("toLearning")}
        </Link>
      </p>
    );

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 max-w-full">
          <Field label={t("dataset")}>
            {(control) => (
              <Select
                id={control.id}
                label={t("dataset")}
                value={dataset.id}
                options={usable.map(({ id, name, version, tested }) => ({
                  value: id,
                  label: t("datasetFrozen", {
                    name: datasetName(name),
                    version,
                    count: tested,
                  }),
                }))}
                onChange={setChosen}
              />
            )}
          </Field>
        </div>
        <Button
          variant="primary"
          loading={start.isPending || (latest !== null && isOpen(latest))}
          onClick={() => start.mutate({ releaseId, datasetId: dataset.id })}
        >
          {t("compareNow")}
        </Button>
      </div>
      {start.error && <FormProblem problem={problemOf(start.error)} />}
    </div>
  );
}
