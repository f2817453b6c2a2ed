"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Select } from "@besunny/ui/fields/select";
import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { OneTimeSecret } from "~/shell/one-time-secret";
import { type DocumentAccess, useShareVerbs } from "./use-share-verbs";

const lifetimes = [1, 7, 30, 90] as const;

/** Makes links that show the document without a sign-in, and revokes them. */
export function ShareLinks({ id, links }: { id: string; links: DocumentAccess["links"] }) {
  const t = useTranslations("sharing");
  const { createLink, revokeLink } = useShareVerbs();
  const [days, setDays] = useState<number>(7);
  const [mayDownload, setMayDownload] = useState(false);
  const made = createLink.data;

  return (
    <section aria-label={t("links")}>
      <h3 className="mb-1 font-medium text-n11 text-xs">{t("links")}</h3>
      <p className="mb-2 text-n11 text-sm">{t("linksHint")}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Select
          label={t("lifetime")}
          value={String(days)}
          options={lifetimes.map((count) => ({
            value: String(count),
            label: t("days", { count }),
          }))}
          onChange={(next) => setDays(Number(next))}
        />
        <span className="flex items-center gap-2 text-sm">
          <Checkbox
            label={t("mayDownload")}
            checked={mayDownload}
            onCheckedChange={(next) => setMayDownload(next === true)}
          />
          <span aria-hidden>{t("mayDownload")}</span>
        </span>
        <Button
          icon={<Link2 aria-hidden />}
          loading={createLink.isPending}
          onClick={() => createLink.mutate({ id, days, mayDownload })}
        >
          {t("createLink")}
        </Button>
      </div>
      {made && (
        <div className="mt-3">
          <OneTimeSecret
            label={t("linkMade")}
            value={`${window.location.origin}/link/${made.token}`}
          />
        </div>
      )}
      <ul className="mt-2">
        {links.map(({ id: linkId, expiresAt, openedCount, mayDownload: isDownload, byName }) => (
          <li key={linkId} className="flex min-h-9 items-center gap-2.5 text-sm">
            <Link2 aria-hidden className="size-4 shrink-0 text-n11" />
            <span className="min-w-0 flex-1 truncate">
              {t("until")} <RelativeTime at={expiresAt} />
              <span className="text-n11">
                {" · "}
                {t(isDownload ? "withDownload" : "readOnly")} · {byName} ·{" "}
                {t("opened", { count: openedCount })}
              </span>
            </span>
            <Button
              size="sm"
              variant="ghost"
              onClick={() => {
                if (made?.id === linkId) createLink.reset();
                revokeLink.mutate({ linkId });
              }}
            >
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
