"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";
import { useId } from "react";

export type WebhookView = Outputs["webhooks"]["list"]["items"][number];

const tones: Record<WebhookView["state"], BadgeTone> = {
  on: "good",
  paused: "attention",
  gone: "neutral",
};

/** One webhook of the list: its address, how it does, and what it got. */
export function WebhookRow({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations("webhooks");
  const titleId = useId();
  const { id, name, url, delivered, waiting, failed } = webhook;

  return (
    <li aria-labelledby={titleId} className="flex flex-col gap-1 border-n5 border-b py-4">
      <h2 id={titleId} className="flex flex-wrap items-center gap-2 font-semibold">
        <Link href={`/settings/webhooks/${id}`} className="min-w-0 break-words hover:underline">
          <bdi>{name}</bdi>
        </Link>
        <WebhookBadges webhook={webhook} />
      </h2>
      <p className="break-all font-mono text-n11 text-xs">{url}</p>
      <p className="text-n11 text-sm">{t("counts", { delivered, waiting, failed })}</p>
    </li>
  );
}

/** The state of a webhook in words. */
export function WebhookBadges({ webhook: { state, failingSince } }: { webhook: WebhookView }) {
  const t = useTranslations("webhooks");
  return (
    <>
      <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>
      {state === "on" && failingSince && <Badge tone="bad">{t("failing")}</Badge>}
    </>
  );
}
