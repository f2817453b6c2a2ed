"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";

import { useShell } from "~/shell/shell-context";
import type { ProviderChoice } from "../source";
import { KindRow } from "./kind-row";
import type { Whose } from "./use-connecting";

/** Lists what can be connected at each provider, what will be read there in plain words, and what an operator must set where it cannot. */
export function ProviderList() {
  const t = useTranslations("addSource");
  const trpc = useTRPC();
  const { role } = useShell();
  const providers = useQuery(trpc.connections.providers.queryOptions({}));
  const [whose, setWhose] = useState<Whose>("personal");

  if (providers.isPending)
    return (
      <div role="status" aria-label={t("loading")}>
        <Skeleton className="h-48" />
      </div>
    );
  if (providers.error)
    return <ProblemState error={providers.error} onRetry={() => void providers.refetch()} />;
  const { items } = providers.data;
  return (
    <div className="flex flex-col gap-8">
      <p className="text-n11">{t("readOnly")}</p>
      {can(role, "source.manageAll") && (
        <div className="flex flex-col items-start gap-1.5">
          <SegmentedControl
            label={t("whose")}
            value={whose}
            options={(["personal", "organisation"] as const).map((value) => ({
              value,
              label: t(`whose_${value}`),
            }))}
            onChange={(next) => setWhose(next === "organisation" ? next : "personal")}
          />
          <p className="text-n11 text-sm">{t(`whoseHint_${whose}`)}</p>
        </div>
      )}
      {items.map((choice) => (
        <ProviderPart key={choice.provider} choice={choice} whose={whose} />
      ))}
      {items.some(({ hasPractice }) => hasPractice) && (
        <p className="text-n11 text-sm">{t("practiceHint")}</p>
      )}
    </div>
  );
}

function ProviderPart({ choice, whose }: { choice: ProviderChoice; whose: Whose }) {
  const t = useTranslations("addSource");
  const ts = useTranslations("sources");
  const format = useFormatter();
  const titleId = useId();
  const { provider, isSetUp, missing, kinds } = choice;

  return (
    <section aria-labelledby={titleId}>
      <div className="flex flex-wrap items-baseline gap-x-3 border-b pb-1.5">
        <h2 id={titleId} className="font-semibold">
          {ts(`provider_${provider}`)}
        </h2>
        {!isSetUp && (
          <p className="min-w-0 flex-1 text-n11 text-sm">
            {t("notSetUp", { variables: format.list(missing) })}
          </p>
        )}
        <Button asChild size="sm" variant="ghost" className="ml-auto">
          <Link href={`/sources/set-up/${provider}`}>{t("howTo")}</Link>
        </Button>
      </div>
      {kinds.length === 0 ? (
        <p className="py-3 text-n11 text-sm">{t("noKinds")}</p>
      ) : (
        <ul>
          {kinds.map(({ kind }) => (
            <KindRow key={kind} kind={kind} choice={choice} whose={whose} />
          ))}
        </ul>
      )}
    </section>
  );
}
