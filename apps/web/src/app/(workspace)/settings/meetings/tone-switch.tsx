"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Panel } from "../panel";

/** Says what the tone of a topic is, and lets owners and admins switch it on for the workspace. */
export function ToneSwitch() {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const settings = useQuery(trpc.meetings.settings.queryOptions({}));
  const changed = useToldChange(trpc.meetings.pathKey());
  const on = useMutation(trpc.meetings.setTone.mutationOptions(changed(t("settingsToneOn"))));
  const off = useMutation(trpc.meetings.setTone.mutationOptions(changed(t("settingsToneOff"))));
  if (settings.error)
    return <ProblemState error={settings.error} onRetry={() => void settings.refetch()} />;
  const { wantsTone = false, mayChange = false } = settings.data ?? {};

  return (
    <Panel title={t("settingsTone")} hint={t("settingsToneHint")}>
      <div className="flex min-h-8 items-center gap-2">
        <Checkbox
          label={t("settingsToneSwitch")}
          checked={wantsTone}
          disabled={!mayChange || on.isPending || off.isPending}
          onCheckedChange={(checked) =>
            (checked === true ? on : off).mutate({ wantsTone: checked === true })
          }
        />
        <span aria-hidden>{t("settingsToneSwitch")}</span>
      </div>
      {settings.data && !mayChange && (
        <p className="mt-2 text-n11 text-sm">{t("settingsReadOnly")}</p>
      )}
    </Panel>
  );
}
