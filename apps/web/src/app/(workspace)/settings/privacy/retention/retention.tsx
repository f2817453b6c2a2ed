"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { useNames } from "~/i18n/use-names";

import { usePrivacyChanged } from "../use-privacy-changed";
import type { Rule } from "./rule";
import { RuleDialog } from "./rule-dialog";

type Open = { what: "new" } | { what: "change" | "remove"; rule: Rule } | null;

/** The rules on how long documents are kept, with what each decides now. */
export function Retention() {
  const t = useTranslations("retention");
  const trpc = useTRPC();
  const list = useQuery(trpc.privacy.rules.queryOptions({}));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);

  return (
    <section className="max-w-4xl px-4 py-6">
      <p className="text-n11">{t("lead")}</p>
      <p className="mt-2 text-n11">{t("whichWins")}</p>
      <Button className="mt-4" icon={<Plus aria-hidden />} onClick={() => setOpen({ what: "new" })}>
        {t("newRule")}
      </Button>
      {list.isPending && <Skeleton className="mt-6 h-32" />}
      {list.error && <ProblemState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className="mt-6">{t("noRules")}</p>}
      <ul aria-label={t("title")} className="mt-4">
        {list.data?.items.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            onChange={() => setOpen({ what: "change", rule })}
            onRemove={() => setOpen({ what: "remove", rule })}
          />
        ))}
      </ul>
      {open?.what === "new" && <RuleDialog rule={null} onClose={close} />}
      {open?.what === "change" && <RuleDialog rule={open.rule} onClose={close} />}
      {open?.what === "remove" && <RemoveRule rule={open.rule} onClose={close} />}
    </section>
  );
}

function RuleRow({
  rule,
  onChange,
  onRemove,
}: {
  rule: Rule;
  onChange: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("retention");
  const format = useFormatter();
  const { typeName } = useNames();
  const { name, type, projectName, sourceName, amount, unit, countsFrom, trashDays } = rule;
  const on = [
    type && typeName(type),
    projectName && t("inProject", { name: projectName }),
    sourceName && t("fromSource", { name: sourceName }),
  ].filter(Boolean);

  return (
    <li className="flex min-h-14 flex-wrap items-center gap-3 border-n5 border-b py-3">
      <span className="min-w-0 flex-1 basis-64">
        <bdi className="block break-words font-medium">{name}</bdi>
        <span className="block text-n11 text-sm">
          {on.length > 0 ? on.join(", ") : t("everything")}
          {": "}
          {t(`keep_${unit}`, { count: amount })} {t(`from_${countsFrom}`)},{" "}
          {t("thenTrash", { count: trashDays })}
        </span>
        <span className="block text-n11 text-sm">
          {t("decides", { count: rule.decided })}
          {rule.held > 0 && ` · ${t("held", { count: rule.held })}`}
          {rule.due > 0
            ? ` · ${t("dueSoon", { count: rule.due })}`
            : rule.nextAt &&
              ` · ${t("next", { day: format.dateTime(rule.nextAt, { dateStyle: "medium" }) })}`}
        </span>
      </span>
      <Button size="sm" aria-label={t("changeNamed", { name })} onClick={onChange}>
        {t("change")}
      </Button>
      <Button size="sm" aria-label={t("removeNamed", { name })} onClick={onRemove}>
        {t("remove")}
      </Button>
    </li>
  );
}

function RemoveRule({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useTranslations("retention");
  const trpc = useTRPC();
  const changed = usePrivacyChanged();
  const remove = useMutation(
    trpc.privacy.removeRule.mutationOptions({ onSuccess: onClose, onSettled: changed }),
  );

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("removeTitle", { name: rule.name })}
      description={t("removeHint")}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: rule.id })}
          >
            {t("remove")}
          </Button>
        </>
      }
    >
      {remove.error && <FormProblem problem={problemOf(remove.error)} />}
    </Dialog>
  );
}
