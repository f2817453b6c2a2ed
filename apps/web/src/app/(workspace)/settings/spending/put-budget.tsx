"use client";

import { budgetPeriods, budgetSubjects } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { MICRO } from "./use-money";

/** Sets the budget of the workspace, or of a project, person or key of it. */
export function PutBudget() {
  const t = useTranslations("spending");
  const trpc = useTRPC();
  const changed = useToldChange(trpc.costs.pathKey());
  const [kind, setKind] = useState<(typeof budgetSubjects)[number]>("workspace");
  const [period, setPeriod] = useState<(typeof budgetPeriods)[number]>("month");
  const [subjectId, setSubjectId] = useState<string | null>(null);
  const subjects = useSubjects(kind);
  const put = useMutation(trpc.costs.putBudget.mutationOptions(changed(t("saved"))));
  const isNamed = kind === "workspace" || subjectId !== null;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const dollars = Number(new FormData(event.currentTarget).get("amount"));
    if (!isNamed) return;
    put.mutate({
      subjectKind: kind,
      subjectId: subjectId ?? "",
      period,
      amountMicro: Math.round(dollars * MICRO),
    });
  }

  return (
    <form onSubmit={save} className="flex flex-wrap items-end gap-3">
      <Field label={t("kind")}>
        {(control) => (
          <Select
            {...control}
            label={t("kind")}
            value={kind}
            options={budgetSubjects.map((value) => ({ value, label: t(`kind_${value}`) }))}
            onChange={(next) => {
              setKind(budgetSubjects.find((each) => each === next) ?? "workspace");
              setSubjectId(null);
            }}
          />
        )}
      </Field>
      {kind !== "workspace" && (
        <Field label={t(`kind_${kind}`)}>
          {(control) => (
            <Select
              {...control}
              label={t(`kind_${kind}`)}
              value={subjectId}
              placeholder={t("choose")}
              options={subjects}
              onChange={setSubjectId}
              className="max-w-56"
            />
          )}
        </Field>
      )}
      <Field label={t("period")}>
        {(control) => (
          <Select
            {...control}
            label={t("period")}
            value={period}
            options={budgetPeriods.map((value) => ({ value, label: t(`period_${value}`) }))}
            onChange={(next) => setPeriod(next === "day" ? "day" : "month")}
          />
        )}
      </Field>
      <Field label={t("amount")}>
        {(control) => (
          <Input
            {...control}
            name="amount"
            type="number"
            min={0}
            step="any"
            required
            className="w-32"
          />
        )}
      </Field>
      <Button type="submit" loading={put.isPending} disabled={!isNamed}>
        {t("save")}
      </Button>
    </form>
  );
}

/** The projects, people or keys of the workspace. */
function useSubjects(kind: (typeof budgetSubjects)[number]) {
  const trpc = useTRPC();
  const projects = useQuery(
    trpc.projects.list.queryOptions({ limit: 200 }, { enabled: kind === "project" }),
  );
  const members = useQuery(trpc.members.list.queryOptions({}, { enabled: kind === "user" }));
  const keys = useQuery(
    trpc.members.allApiKeys.queryOptions({ limit: 200 }, { enabled: kind === "key" }),
  );
  const all = {
    workspace: [],
    project: projects.data?.items ?? [],
    user: (members.data?.items ?? []).map(({ userId: id, name }) => ({ id, name })),
    key: keys.data?.items ?? [],
  };
  return all[kind].map(({ id, name }) => ({ value: id, label: name }));
}
