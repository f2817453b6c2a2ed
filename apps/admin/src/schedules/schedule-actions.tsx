"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, Ellipsis, History, Pause, Play, StepForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ChangeTiming } from "./change-timing";
import type { Schedule } from "./schedule";
import { ScheduleHistory } from "./schedule-history";

/** Run it now; the menu pauses or resumes it, changes its times and shows its runs. */
export function ScheduleActions({ schedule }: { schedule: Schedule }) {
  const t = useTranslations("schedules");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [shown, setShown] = useState<"timing" | "history" | null>(null);
  const { name, isPaused, isOpen } = schedule;
  const told = (message: string) => ({
    onSuccess: () => toast.done(message),
    onError: (error: unknown) => {
      const { message: reason, hint } = problemOf(error);
      toast.failed(reason, hint ?? undefined);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.schedules.pathKey() }),
  });
  const title = t(`name_${name}`);
  const start = useMutation(
    trpc.schedules.start.mutationOptions(told(t("started", { name: title }))),
  );
  const pause = useMutation(
    trpc.schedules.pause.mutationOptions(told(t("pausedNow", { name: title }))),
  );
  const resume = useMutation(
    trpc.schedules.resume.mutationOptions(told(t("resumed", { name: title }))),
  );
  const toggle = isPaused ? resume : pause;
  const close = (open: boolean) => setShown(open ? shown : null);

  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="sm"
        icon={<Play />}
        disabled={isOpen}
        loading={start.isPending}
        onClick={() => start.mutate({ name })}
      >
        {t(isOpen ? "isRunning" : "runNow")}
      </Button>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t("more", { name: title })}
            icon={<Ellipsis />}
            loading={toggle.isPending}
          />
        }
      >
        <MenuItem
          icon={isPaused ? <StepForward /> : <Pause />}
          onSelect={() => toggle.mutate({ name })}
        >
          {t(isPaused ? "resume" : "pause")}
        </MenuItem>
        <MenuItem icon={<CalendarClock />} onSelect={() => setShown("timing")}>
          {t("change")}
        </MenuItem>
        <MenuItem icon={<History />} onSelect={() => setShown("history")}>
          {t("history")}
        </MenuItem>
      </Menu>
      {shown === "timing" && <ChangeTiming schedule={schedule} onOpenChange={close} />}
      {shown === "history" && <ScheduleHistory name={name} title={title} onOpenChange={close} />}
    </div>
  );
}
