"use client";

import { Field } from "@besunny/ui/fields/field";
import { Select } from "@besunny/ui/fields/select";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useShell } from "~/shell/shell-context";

import { Panel } from "../panel";
import { Tick } from "../tick";

const NEVER = "never";
const MINUTES = [15, 30, 60, 120, 240] as const;

/** Lets a person choose when briefs and reminders of actions come. */
export function WishesPanel() {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const { session } = useShell();
  const id = useId();
  const wishes = useQuery(trpc.meetings.wishes.queryOptions({}));
  const changed = useToldChange(trpc.meetings.pathKey());
  const change = useMutation(trpc.meetings.changeWishes.mutationOptions(changed(t("wishesSaved"))));
  if (wishes.error)
    return <ProblemState error={wishes.error} onRetry={() => void wishes.refetch()} />;
  if (!wishes.data) return null;
  const { briefMinutes, isBriefedEvening, isReminded, zone } = wishes.data;
  const offered = new Set<number>([...MINUTES, ...(briefMinutes === null ? [] : [briefMinutes])]);
  const options = [...offered]
    .sort((a, b) => a - b)
    .map((minutes) => ({ value: String(minutes), label: t("wishesMinutes", { minutes }) }));

  return (
    <Panel
      title={t("wishes")}
      hint={
        <>
          {t("wishesHint", { timeZone: zone ?? session.user.timeZone ?? "UTC" })}{" "}
          <Link href="/settings?tab=profile" className="text-accent-strong underline">
            {t("wishesZone")}
          </Link>
        </>
      }
    >
      <div className="flex max-w-sm flex-col items-start gap-4">
        <Field label={t("wishesBefore")}>
          {(control) => (
            <Select
              id={control.id}
              label={t("wishesBefore")}
              className="w-64"
              disabled={change.isPending}
              value={briefMinutes === null ? NEVER : String(briefMinutes)}
              options={[...options, { value: NEVER, label: t("wishesNever") }]}
              onChange={(value) =>
                change.mutate({ briefMinutes: value === NEVER ? null : Number(value) })
              }
            />
          )}
        </Field>
        <Tick
          id={`${id}-evening`}
          label={t("wishesEvening")}
          isTicked={isBriefedEvening}
          isDisabled={change.isPending}
          onTick={(isTicked) => change.mutate({ isBriefedEvening: isTicked })}
        />
        <Tick
          id={`${id}-reminded`}
          label={t("wishesReminded")}
          isTicked={isReminded}
          isDisabled={change.isPending}
          onTick={(isTicked) => change.mutate({ isReminded: isTicked })}
        />
      </div>
    </Panel>
  );
}
