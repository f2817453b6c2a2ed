"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTranslations } from "next-intl";

export type ListedKey = Outputs["members"]["allApiKeys"]["items"][number];

/** One key: what for, whose, what it may do, how long, when it was used. */
export function ApiKeyRow({
  apiKey,
  withPerson,
  onRevoke,
}: {
  apiKey: ListedKey;
  withPerson: boolean;
  onRevoke: (key: ListedKey) => void;
}) {
  const t = useTranslations("settings");
  const { name, prefix, scopes, state, person, createdAt, lastUsedAt } = apiKey;
  const may = scopes.map((scope) => t(`scopeShort_${scope}`)).join(", ");

  return (
    <li className="flex min-h-14 items-center gap-3 border-n5 border-b py-2">
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <bdi className="truncate font-medium">{name}</bdi>
          {state !== "active" && (
            <Badge tone={state === "revoked" ? "neutral" : "attention"}>{t(`key_${state}`)}</Badge>
          )}
        </span>
        {withPerson && (
          <bdi className="block truncate text-n11 text-sm">
            {person ? `${person.name} · ${person.email}` : t("keyOfNobody")}
          </bdi>
        )}
        <span className="block text-n11 text-xs">
          <code>{prefix}…</code> · {may}
        </span>
        <span className="block text-n11 text-xs">
          {t("made")} <RelativeTime at={createdAt} /> ·{" "}
          {lastUsedAt ? (
            <>
              {t("lastUsed")} <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            t("neverUsed")
          )}{" "}
          · <KeyEnd apiKey={apiKey} />
        </span>
      </span>
      {state !== "revoked" && (
        <Button size="sm" aria-label={t("revokeNamed", { name })} onClick={() => onRevoke(apiKey)}>
          {t("revoke")}
        </Button>
      )}
    </li>
  );
}

function KeyEnd({ apiKey: { revokedAt, expiresAt } }: { apiKey: ListedKey }) {
  const t = useTranslations("settings");
  if (revokedAt)
    return (
      <>
        {t("key_revoked")} <RelativeTime at={revokedAt} />
      </>
    );
  if (!expiresAt) return t("keyNeverEnds");
  return (
    <>
      {t("until")} <RelativeTime at={expiresAt} />
    </>
  );
}
