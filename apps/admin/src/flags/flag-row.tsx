"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";

import type { Flag, FlagWorkspaces } from "./flag";
import { FlagActions } from "./flag-actions";

/** One flag: what it turns off, the decisions about it, and the ways to change them. */
export function FlagRow({ flag, workspaces }: { flag: Flag; workspaces: FlagWorkspaces }) {
  const t = useTranslations("flags");
  const format = useFormatter();
  const titleId = useId();
  const nameOf = (id: string) => workspaces.find((each) => each.id === id)?.name ?? id;
  const isPartly = flag.isOn && flag.percentage < 100;

  return (
    <li aria-labelledby={titleId} className="flex flex-col gap-3 border-n5 border-b py-5">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-64 flex-1">
          <h2 id={titleId} className="flex flex-wrap items-center gap-2 font-semibold">
            {flag.title}
            {flag.isKilled ? (
              <Badge tone="bad">{t("killed")}</Badge>
            ) : isPartly ? (
              <Badge tone="info">{t("partly", { share: flag.percentage / 100 })}</Badge>
            ) : (
              <Badge tone={flag.isOn ? "good" : "neutral"}>{t(flag.isOn ? "on" : "off")}</Badge>
            )}
            {flag.isExpired && <Badge tone="attention">{t("expired")}</Badge>}
          </h2>
          <p className="mt-0.5 max-w-2xl text-n11">{flag.description}</p>
        </div>
        <FlagActions flag={flag} workspaces={workspaces} />
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <Fact name={t("key")}>
          <code className="font-mono text-xs">{flag.key}</code>
        </Fact>
        <Fact name={t("owner")}>{flag.owner}</Fact>
        <Fact name={t("default")}>{t(flag.isOnByDefault ? "on" : "off")}</Fact>
        <Fact name={t("expires")}>
          {flag.expiresOn
            ? format.dateTime(new Date(flag.expiresOn), { dateStyle: "medium", timeZone: "UTC" })
            : t("never")}
        </Fact>
        <Fact name={t("changed")}>
          {flag.changedAt ? <RelativeTime at={flag.changedAt} /> : t("notChanged")}
        </Fact>
        {flag.workspaces.length > 0 && (
          <Fact name={t("workspaces")}>
            {flag.workspaces
              .map(({ workspaceId, isOn }) => `${nameOf(workspaceId)}: ${t(isOn ? "on" : "off")}`)
              .join(", ")}
          </Fact>
        )}
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-n11 text-xs">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
