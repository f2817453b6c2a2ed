"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { SecretDialog, WebhookForm } from "../webhook-form";
import type { WebhookView } from "../webhook-row";

type Asked = "edit" | "rotate" | "remove";

/** The things that can be done with a webhook. */
export function WebhookActions({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useQuery(trpc.webhooks.list.queryOptions({}));
  const changed = useToldChange(trpc.webhooks.pathKey());
  const { id, name, state } = webhook;
  const isOn = state === "on";
  const test = useMutation(trpc.webhooks.test.mutationOptions(changed(t("tested"))));
  const turn = useMutation(trpc.webhooks.turn.mutationOptions(changed(t("turned", { name }))));
  const rotate = useMutation(trpc.webhooks.rotate.mutationOptions());
  const remove = useMutation(
    trpc.webhooks.remove.mutationOptions(
      changed(t("removed", { name }), () => router.push("/settings/webhooks")),
    ),
  );
  const close = () => {
    setAsked(null);
    rotate.reset();
  };

  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Button variant="primary" loading={test.isPending} onClick={() => test.mutate({ id })}>
        {t("test")}
      </Button>
      <Button onClick={() => setAsked("edit")}>{t("edit")}</Button>
      <Button loading={turn.isPending} onClick={() => turn.mutate({ id, isOn: !isOn })}>
        {isOn ? t("pause") : t("turnOn")}
      </Button>
      <Button onClick={() => setAsked("rotate")}>{t("rotate")}</Button>
      <Button variant="danger" onClick={() => setAsked("remove")}>
        {t("remove")}
      </Button>
      {asked === "edit" && list.data && (
        <WebhookForm webhook={webhook} events={list.data.events} onClose={close} />
      )}
      {asked === "rotate" && !rotate.data && (
        <Ask
          title={t("rotateTitle", { name })}
          hint={t("rotateHint")}
          action={t("rotate")}
          isBusy={rotate.isPending}
          onDo={() => rotate.mutate({ id, hours: 24 }, changed(t("turned", { name })))}
          onClose={close}
        />
      )}
      {asked === "rotate" && rotate.data && (
        <SecretDialog name={name} secret={rotate.data.secret} onClose={close} />
      )}
      {asked === "remove" && (
        <Ask
          title={t("removeTitle", { name })}
          hint={t("removeHint")}
          action={t("remove")}
          isBusy={remove.isPending}
          isDangerous
          onDo={() => remove.mutate({ id })}
          onClose={close}
        />
      )}
    </div>
  );
}

type AskProps = {
  title: string;
  hint: string;
  action: string;
  isBusy: boolean;
  isDangerous?: boolean;
  onDo: () => void;
  onClose: () => void;
};

function Ask({ title, hint, action, isBusy, isDangerous = false, onDo, onClose }: AskProps) {
  const t = useTranslations("webhooks");
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={hint}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant={isDangerous ? "danger" : "primary"} loading={isBusy} onClick={onDo}>
            {action}
          </Button>
        </>
      }
    />
  );
}
