"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

const choices = [7, 14, 30, 90] as const;
const DAY_MS = 86_400_000;

/** Asks for the end of the workspace: its name by hand, and the waiting time. */
export function AskToEnd({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations("ending");
  const format = useFormatter();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [typed, setTyped] = useState("");
  const [days, setDays] = useState<number>(14);
  const ask = useMutation(
    trpc.departures.ask.mutationOptions({
      onSuccess: onClose,
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.departures.pathKey() }),
    }),
  );
  const day = format.dateTime(new Date(Date.now() + days * DAY_MS), { dateStyle: "long" });

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("askTitle")}
      description={t("askHint")}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="danger"
            loading={ask.isPending}
            disabled={typed.trim() !== name}
            onClick={() => ask.mutate({ name: typed, days })}
          >
            {t("doAsk", { day })}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <SegmentedControl
          label={t("days")}
          value={String(days)}
          options={choices.map((each) => ({
            value: String(each),
            label: t("daysOf", { days: each }),
          }))}
          onChange={(next) => setDays(Number(next))}
        />
        <Field label={t("name", { name })}>
          {(control) => (
            <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        {ask.error && <FormProblem problem={problemOf(ask.error)} />}
      </div>
    </Dialog>
  );
}
