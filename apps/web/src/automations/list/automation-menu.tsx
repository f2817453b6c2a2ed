"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Menu, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleSlash, Ellipsis, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useLanguage } from "~/i18n/use-language";

type Automation = Outputs["automations"]["list"]["items"][number];
type Detail = Outputs["automations"]["get"];

/** Pauses, turns on and ends an automation. A draft that was never published has nothing of this. */
export function AutomationMenu({
  automation,
  onChanged,
}: {
  automation: Pick<Automation, "id" | "name" | "state" | "mayChange">;
  onChanged?: (detail: Detail) => void;
}) {
  const t = useTranslations("automations");
  const [isEnding, setEnding] = useState(false);
  const { id, name, state, mayChange } = automation;
  const language = useLanguage();
  const { pause, turnOn, end } = useStateVerbs(onChanged);
  if (!mayChange || state === "draft") return null;

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={t("menuOf", { name })} icon={<Ellipsis aria-hidden />} />}
      >
        {state === "on" && (
          <MenuItem icon={<Pause aria-hidden />} onSelect={() => pause.mutate({ id, language })}>
            {t("pause")}
          </MenuItem>
        )}
        {state === "paused" && (
          <MenuItem icon={<Play aria-hidden />} onSelect={() => turnOn.mutate({ id, language })}>
            {t("turnOn")}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<CircleSlash aria-hidden />} danger onSelect={() => setEnding(true)}>
          {t("end")}
        </MenuItem>
      </Menu>
      <Dialog
        open={isEnding}
        onOpenChange={setEnding}
        title={t("endTitle", { name })}
        description={t("endHint")}
        closeLabel={t("close")}
        actions={
          <>
            <Button onClick={() => setEnding(false)}>{t("cancel")}</Button>
            <Button
              variant="danger"
              loading={end.isPending}
              onClick={() => end.mutate({ id, language }, { onSuccess: () => setEnding(false) })}
            >
              {t("end")}
            </Button>
          </>
        }
      />
    </>
  );
}

function useStateVerbs(onChanged: ((detail: Detail) => void) | undefined) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const language = useLanguage();
  const options = (verb: "paused" | "turnedOn" | "ended") => ({
    async onSuccess(next: Detail) {
      cache.setQueryData(trpc.automations.get.queryKey({ id: next.id, language }), next);
      onChanged?.(next);
      toast.done(t(`done_${verb}`, { name: next.name }));
      await cache.invalidateQueries({ queryKey: trpc.automations.list.queryKey() });
    },
    onError(error: unknown) {
      const { message, hint } = problemOf(error);
      toast.failed(message, hint ?? undefined);
    },
  });

  return {
    pause: useMutation(trpc.automations.pause.mutationOptions(options("paused"))),
    turnOn: useMutation(trpc.automations.turnOn.mutationOptions(options("turnedOn"))),
    end: useMutation(trpc.automations.end.mutationOptions(options("ended"))),
  };
}
