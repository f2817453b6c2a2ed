"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Field } from "@besunny/ui/fields/field";
import { Select } from "@besunny/ui/fields/select";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { type Release, useReleases } from "../use-releases";
import { useDifferenceWords } from "./use-difference-words";

/** Says in what a release differs from another: from the one that decides, unless somebody chooses one. */
export function DifferencesDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const wordsOf = useDifferenceWords();
  const { items, champion, changes } = useReleases();
  const [chosen, setChosen] = useState<string | null>(null);
  const others = items.filter(({ id }) => id !== release.id);
  const replaced = changes.find(({ releaseId }) => releaseId === release.id)?.beforeId;
  const usual = champion?.id === release.id ? replaced : champion?.id;
  const before = chosen ?? others.find(({ id }) => id === usual)?.id ?? others[0]?.id ?? null;
  const compared = useQuery(
    trpc.releases.compare.queryOptions(before === null ? skipToken : { before, after: release.id }),
  );

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("differencesTitle", { number: release.number })}
      description={t("differencesHint")}
      closeLabel={t("close")}
    >
      <Field label={t("comparedWith")}>
        {(control) => (
          <Select
            id={control.id}
            label={t("comparedWith")}
            value={before}
            options={others.map(({ id, number, roles }) => ({
              value: id,
              label: roles.includes("champion")
                ? t("releaseDecides", { number })
                : t("release", { number }),
            }))}
            onChange={setChosen}
          />
        )}
      </Field>
      <div className="mt-4" aria-live="polite">
        {compared.error && <FormProblem problem={problemOf(compared.error)} />}
        {compared.isPending && <Skeleton className="h-16 w-full" />}
        {compared.data?.differences.length === 0 && <p>{t("noDifferences")}</p>}
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          {compared.data?.differences.map((each) => (
            <li key={`${each.part} ${each.of}`} className="break-words">
              {wordsOf(each)}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
