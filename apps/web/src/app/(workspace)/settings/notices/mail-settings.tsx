"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { useShell } from "~/shell/shell-context";

import { Panel } from "../panel";
import { Tick } from "../tick";
import { minuteOf, timeOf } from "./minutes";

export type NoticeSettings = Outputs["notices"]["settings"];
type Changes = Pick<NoticeSettings, "isMailed" | "quiet" | "digestHour">;

/** Lets a person choose when mails come; says so where no mails can be sent. */
export function MailSettings({
  settings,
  isSaving,
  onSave,
}: {
  settings: NoticeSettings;
  isSaving: boolean;
  onSave: (changes: Changes) => void;
}) {
  const t = useTranslations("notices");
  const trpc = useTRPC();
  const { session } = useShell();
  const rules = useQuery(trpc.identity.entryRules.queryOptions({})).data;
  const [isMailed, setIsMailed] = useState(settings.isMailed);
  const [hasQuiet, setHasQuiet] = useState(settings.quiet !== null);
  const id = useId();
  const { email, timeZone } = session.user;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [from, to] = [
      minuteOf(String(given.get("from") ?? "")),
      minuteOf(String(given.get("to") ?? "")),
    ];
    const digest = minuteOf(String(given.get("digest") ?? ""));
    onSave({
      isMailed,
      quiet: hasQuiet && from !== null && to !== null ? { from, to } : null,
      digestHour: digest === null ? settings.digestHour : Math.floor(digest / 60),
    });
  }

  return (
    <Panel
      title={t("mails")}
      hint={
        <>
          {t("mailsHint", { email, timeZone: timeZone ?? "UTC" })}{" "}
          <Link href="/settings?tab=profile" className="text-accent-strong underline">
            {t("changeTimeZone")}
          </Link>
        </>
      }
    >
      {rules?.sendsMail === false && (
        <p
          role="status"
          className="mb-4 flex gap-2 rounded-md bg-attention-soft px-3 py-2 text-attention text-sm"
        >
          <MailX aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("noMailServer")}
        </p>
      )}
      <form onSubmit={submit} className="flex max-w-sm flex-col items-start gap-4">
        <Tick id={`${id}-mailed`} label={t("isMailed")} isTicked={isMailed} onTick={setIsMailed} />
        <Field label={t("digestHour")}>
          {(control) => (
            <Input
              {...control}
              name="digest"
              type="time"
              step={3600}
              required
              className="w-32"
              defaultValue={timeOf(settings.digestHour * 60)}
            />
          )}
        </Field>
        <div>
          <Tick id={`${id}-quiet`} label={t("quiet")} isTicked={hasQuiet} onTick={setHasQuiet} />
          <p className="mt-1 text-n11 text-xs">{t("quietHint")}</p>
        </div>
        {hasQuiet && (
          <div className="flex gap-3">
            <Field label={t("quietFrom")}>
              {(control) => (
                <Input
                  {...control}
                  name="from"
                  type="time"
                  required
                  className="w-32"
                  defaultValue={timeOf(settings.quiet?.from ?? 22 * 60)}
                />
              )}
            </Field>
            <Field label={t("quietTo")}>
              {(control) => (
                <Input
                  {...control}
                  name="to"
                  type="time"
                  required
                  className="w-32"
                  defaultValue={timeOf(settings.quiet?.to ?? 7 * 60)}
                />
              )}
            </Field>
          </div>
        )}
        <Button type="submit" loading={isSaving}>
          {t("save")}
        </Button>
      </form>
    </Panel>
  );
}
