"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import type { Flag, FlagWorkspaces } from "./flag";
import { FlagOfWorkspaces } from "./flag-of-workspaces";
import { useFlagChange } from "./use-flag-change";

/** Decides who has a feature: everybody, a share of people, and single workspaces. */
export function ChangeFlag({
  flag,
  workspaces,
  onOpenChange,
}: {
  flag: Flag;
  workspaces: FlagWorkspaces;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("flags");
  const trpc = useTRPC();
  const changed = useFlagChange();
  const [isOn, setIsOn] = useState(flag.isOn);
  const [percentage, setPercentage] = useState(String(flag.percentage));
  const { key, title } = flag;
  const share = Number(percentage);
  const isShare = Number.isInteger(share) && share >= 0 && share <= 100 && percentage !== "";
  const change = useMutation(
    trpc.admin.flags.change.mutationOptions(changed(t("changedNow", { title }))),
  );

  function save(event: FormEvent) {
    event.preventDefault();
    if (isShare) change.mutate({ key, isOn, percentage: share });
  }

  return (
    <Sheet
      open
      onOpenChange={onOpenChange}
      title={t("changeOf", { title })}
      closeLabel={t("close")}
    >
      <form onSubmit={save} className="flex flex-col gap-4 px-4 py-3">
        <h3 className="font-semibold">{t("everybody")}</h3>
        <SegmentedControl
          label={t("state")}
          value={isOn ? "on" : "off"}
          options={[
            { value: "on", label: t("on") },
            { value: "off", label: t("off") },
          ]}
          onChange={(next) => setIsOn(next === "on")}
          className="self-start"
        />
        {isOn && (
          <Field
            label={t("percentage")}
            hint={t("percentageHint")}
            error={isShare ? undefined : t("percentageProblem")}
          >
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                max={100}
                step={1}
                value={percentage}
                onChange={(event) => setPercentage(event.target.value)}
              />
            )}
          </Field>
        )}
        <Button
          type="submit"
          variant="primary"
          className="self-start"
          loading={change.isPending}
          disabled={!isShare}
        >
          {t("save")}
        </Button>
      </form>
      <FlagOfWorkspaces flag={flag} workspaces={workspaces} />
    </Sheet>
  );
}
