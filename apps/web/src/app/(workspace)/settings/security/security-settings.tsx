"use client";

import { SecurityPanels } from "@besunny/web-kit/security/security-panels";
import { useTranslations } from "next-intl";

import { OwnOrganisations } from "~/shell/own-organisations";
import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { ApiKeys } from "../api-keys";
import { Sessions } from "../sessions";

/** Shows how the person signs in, where they are signed in, and which keys work for them. */
export function SecuritySettings() {
  const t = useTranslations("security");
  const ts = useTranslations("settings");
  const tg = useTranslations("signingIn");
  const { session } = useShell();

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      {session.isOfOrganisation ? (
        <p className="max-w-2xl px-4 py-6">{tg("ofOrganisation")}</p>
      ) : (
        <>
          <SecurityPanels />
          <OwnOrganisations />
          <Sessions />
        </>
      )}
      <ApiKeys />
    </>
  );
}
