"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { useMoney } from "../../spending/use-money";
import { useLearned } from "../use-learned";

/** Shows the price and the last day of a tuning, and starts it at that price. */
export function StartTuning() {
  const t = useTranslations("learning");
  const format = useFormatter();
  const money = useMoney();
  const trpc = useTRPC();
  const learned = useLearned();
  const [isAsked, setAsked] = useState(false);
  const price = useQuery({
    ...trpc.learning.estimateTuning.queryOptions({}),
    enabled: isAsked,
    retry: false,
  });
  const start = useMutation(trpc.learning.startTuning.mutationOptions({ onSuccess: learned }));
  const found = price.data;

  if (!found)
    return (
      <div className="mt-3 flex flex-col items-start gap-2">
        <Button
          loading={isAsked && price.isFetching}
          onClick={() => (isAsked ? void price.refetch() : setAsked(true))}
        >
          {t("seePrice")}
        </Button>
        {price.error && <FormProblem problem={problemOf(price.error)} />}
      </div>
    );
  const end = found.shutdownDate;
  const figures = [
    [t("price"), found.costMicro === null ? t("priceUnknown") : money(found.costMicro)],
    [t("endsOn"), end ? format.dateTime(new Date(end), { dateStyle: "long" }) : t("endUnknown")],
    [t("documentsSent"), format.number(found.examples)],
    [t("tokensSent"), format.number(found.tokens)],
    [t("rounds"), format.number(found.epochs)],
  ];
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        {figures.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-n11">{name}</dt>
            <dd className="mb-1 tabular-nums sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t("peopleNeeded", { count: found.peopleNeeded })}</p>
      <Button
        variant="primary"
        loading={start.isPending}
        onClick={() => start.mutate({ costMicro: found.costMicro })}
      >
        {t("startTuning")}
      </Button>
      {start.error && <FormProblem problem={problemOf(start.error)} />}
    </div>
  );
}
