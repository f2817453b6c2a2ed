"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";

import type { Meter } from "./use-amount";

const GIB = 1024 ** 3;

/** Asks the people who run BeSunny for a higher limit. */
export function AskForMore({ meter, onClose }: { meter: Meter; onClose: () => void }) {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const formId = useId();
  const changed = useToldChange(trpc.usage.pathKey());
  const ask = useMutation(trpc.usage.askForMore.mutationOptions(changed(t("asked"), onClose)));

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wanted = Math.round(Number(form.get("wanted")) * (meter === "storage" ? GIB : 1));
    ask.mutate({ meter, wanted, reason: String(form.get("reason")) });
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("askOf", { name: t(`meter_${meter}`) })}
      closeLabel={t("close")}
      actions={
        <Button variant="primary" type="submit" form={formId} loading={ask.isPending}>
          {t("send")}
        </Button>
      }
    >
      <form id={formId} onSubmit={send} className="flex flex-col gap-4">
        <Field label={meter === "storage" ? t("wantedGb") : t("wanted")}>
          {(control) => (
            <Input {...control} name="wanted" type="number" min={0} step="any" required />
          )}
        </Field>
        <Field label={t("reason")}>
          {(control) => <Input {...control} name="reason" required maxLength={1000} />}
        </Field>
      </form>
    </Dialog>
  );
}
