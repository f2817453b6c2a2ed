"use client";

import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { useFormatter, useMessages, useTranslations } from "next-intl";
import { useId } from "react";
import type { Connection } from "~/sources/source";

import { ConnectionActions } from "./connection-actions";
import { ConnectionErrors } from "./connection-errors";
import { ConnectionFacts } from "./connection-facts";

const tones: Record<Connection["state"], BadgeTone> = {
  ok: "good",
  limited: "attention",
  throttled: "attention",
  reconnect: "bad",
  revoked: "neutral",
  down: "attention",
};

/** One account: whose it is, how it is, what to do, and what went wrong last. */
export function ConnectionItem({
  connection,
  mayChange,
}: {
  connection: Connection;
  mayChange: boolean;
}) {
  const t = useTranslations("connections");
  const ts = useTranslations("sources");
  const titleId = useId();
  const sentence = useSentence(connection);
  const { id, provider, kind, isPractice, address, state, owner, sources } = connection;

  return (
    <li id={id} aria-labelledby={titleId} className="flex flex-col gap-3 border-n5 border-b py-5">
      <div>
        <h2 id={titleId} className="flex flex-wrap items-center gap-2 font-semibold">
          <bdi className="min-w-0 break-all">{address}</bdi>
          <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>
          {isPractice && <Badge>{ts("practice")}</Badge>}
        </h2>
        <p className="text-n11 text-sm">
          {ts(`provider_${provider}`)} · {t(`kind_${kind}`)} · {t("owner", { name: owner.name })} ·{" "}
          {t("sources", { count: sources })}
        </p>
        {sentence && (
          <p className={`mt-1 ${state === "reconnect" ? "text-bad" : ""}`}>{sentence}</p>
        )}
      </div>
      <ConnectionFacts connection={connection} />
      <ConnectionErrors errors={connection.errors} />
      {mayChange && <ConnectionActions connection={connection} />}
    </li>
  );
}

/** Why it is not as it should be, and what then; null while all is fine. */
function useSentence({ state, stateReason, blockedUntil }: Connection): string | null {
  const t = useTranslations("connections");
  const format = useFormatter();
  const { connections: texts } = useMessages();
  if (state === "ok") return null;
  const key = `reason_${stateReason}`;
  const reason = Object.hasOwn(texts, key) ? texts[key as keyof typeof texts] : null;
  const then =
    state === "throttled"
      ? t("say_throttled", {
          until: blockedUntil ? format.dateTime(blockedUntil, { timeStyle: "short" }) : "",
        })
      : t(`say_${state}`);
  return [reason, then].filter(Boolean).join(" ");
}
