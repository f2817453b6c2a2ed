"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";

import { useShell } from "~/shell/shell-context";

import { Panel } from "./panel";

/** The clock by which a person's days begin. */
export function TimeZonePanel() {
  const t = useTranslations("notices");
  const trpc = useTRPC();
  const router = useRouter();
  const { session } = useShell();
  const current = session.user.timeZone ?? "UTC";
  const zones = useMemo(
    () => [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted(),
    [current],
  );
  const change = useMutation(
    trpc.identity.changeTimeZone.mutationOptions({
      onSuccess() {
        toast.done(t("saved"));
        router.refresh();
      },
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );

  return (
    <Panel title={t("timeZone")} hint={t("timeZoneHint")}>
      <Field label={t("timeZone")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("timeZone")}
            className="w-64"
            value={current}
            options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            onChange={(timeZone) => change.mutate({ timeZone })}
          />
        )}
      </Field>
    </Panel>
  );
}
