"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useState } from "react";

import { fieldErrorsOf } from "./field-errors";
import { NextTimes } from "./next-times";
import type { Schedule } from "./schedule";
import { timingWords } from "./timing-words";

/** Other times for a schedule, with the next five of them shown before they are saved. */
export function ChangeTiming({
  schedule,
  onOpenChange,
}: {
  schedule: Schedule;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("schedules");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const formId = useId();
  const zonesId = useId();
  const [timing, setTiming] = useState({ cron: schedule.cron, timeZone: schedule.timeZone });
  const asked = useDeferredValue(timing);
  const preview = useQuery(trpc.schedules.preview.queryOptions(asked, { retry: false }));
  const change = useMutation(
    trpc.schedules.change.mutationOptions({
      onSuccess: () => {
        toast.done(t("changed", { name: t(`name_${schedule.name}`) }));
        onOpenChange(false);
        return cache.invalidateQueries({ queryKey: trpc.schedules.pathKey() });
      },
    }),
  );
  const problem = change.error ?? preview.error;
  const errors = fieldErrorsOf(problem);
  const set = (field: keyof typeof timing) => (event: { target: { value: string } }) => {
    change.reset();
    setTiming({ ...timing, [field]: event.target.value });
  };

  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t("changeOf", { name: t(`name_${schedule.name}`) })}
      closeLabel={t("close")}
      actions={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            loading={change.isPending}
            disabled={Boolean(problem)}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ name: schedule.name, ...timing });
        }}
      >
        <Field
          label={t("cron")}
          hint={t("cronHint", {
            words: timingWords(timing.cron) ?? "–",
            cron: schedule.defaultCron,
          })}
          error={errors.cron}
        >
          {(control) => (
            <Input
              {...control}
              value={timing.cron}
              onChange={set("cron")}
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
            />
          )}
        </Field>
        <Field label={t("timeZone")} error={errors.timeZone}>
          {(control) => (
            <Input
              {...control}
              value={timing.timeZone}
              onChange={set("timeZone")}
              list={zonesId}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <datalist id={zonesId}>
          {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        {problem && !errors.cron && !errors.timeZone && (
          <p role="alert" className="text-bad text-sm">
            {problemOf(problem).message}
          </p>
        )}
        <NextTimes times={preview.data?.times ?? []} timeZone={asked.timeZone} />
      </form>
    </Dialog>
  );
}
