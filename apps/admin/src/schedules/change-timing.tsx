"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { fieldErrorsOf } from "./field-errors";
import type { Schedule } from "./schedule";
import { TimesFields, useNextTimes } from "./times-fields";
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
  const [timing, setTiming] = useState({ cron: schedule.cron, timeZone: schedule.timeZone });
  const preview = useNextTimes(timing);
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
        <TimesFields
          times={timing}
          words={{
            cron: t("cron"),
            cronHint: t("cronHint", {
              words: timingWords(timing.cron) ?? "–",
              cron: schedule.defaultCron,
            }),
            timeZone: t("timeZone"),
          }}
          next={preview.next}
          problem={problem}
          onChange={(next) => {
            change.reset();
            setTiming(next);
          }}
        />
        {problem && !errors.cron && !errors.timeZone && (
          <p role="alert" className="text-bad text-sm">
            {problemOf(problem).message}
          </p>
        )}
      </form>
    </Dialog>
  );
}
