"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { AddressDialog } from "./address-dialog";
import { InboundLog } from "./inbound-log";

type Hook = Outputs["inboundHooks"]["list"]["items"][number];

/** One address: what it takes, how senders prove themselves, and what can be done. */
export function InboundRow({ hook }: { hook: Hook }) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const titleId = useId();
  const [isLog, setIsLog] = useState(false);
  const { id, name, isOn, isSigned, takes, ownerName } = hook;
  const changed = useToldChange(trpc.inboundHooks.pathKey());
  const turn = useMutation(trpc.inboundHooks.turn.mutationOptions(changed(t("turned", { name }))));
  const rotate = useMutation(
    trpc.inboundHooks.rotate.mutationOptions(changed(t("turned", { name }))),
  );
  const remove = useMutation(
    trpc.inboundHooks.remove.mutationOptions(changed(t("removed", { name }))),
  );

  return (
    <li aria-labelledby={titleId} className="flex flex-col gap-2 border-n5 border-b py-4">
      <h3 id={titleId} className="flex flex-wrap items-center gap-2 font-semibold">
        <bdi className="min-w-0 break-words">{name}</bdi>
        <Badge tone={isOn ? "good" : "attention"}>{t(isOn ? "state_on" : "off")}</Badge>
      </h3>
      <p className="text-n11 text-sm">
        {t(`takes_${takes}`)} · {t(isSigned ? "proof_signed" : "proof_address")} ·{" "}
        {t("rightsOf", { name: ownerName })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setIsLog(true)}>
          {t("received")}
        </Button>
        <Button size="sm" loading={turn.isPending} onClick={() => turn.mutate({ id, isOn: !isOn })}>
          {isOn ? t("turnOff") : t("turnOn")}
        </Button>
        <Button size="sm" loading={rotate.isPending} onClick={() => rotate.mutate({ id })}>
          {isSigned ? t("rotate") : t("newAddress")}
        </Button>
        <Button
          size="sm"
          variant="danger"
          loading={remove.isPending}
          onClick={() => remove.mutate({ id })}
        >
          {t("remove")}
        </Button>
      </div>
      {rotate.data && <AddressDialog made={rotate.data} onClose={() => rotate.reset()} />}
      {isLog && <InboundLog id={id} name={name} onClose={() => setIsLog(false)} />}
    </li>
  );
}
