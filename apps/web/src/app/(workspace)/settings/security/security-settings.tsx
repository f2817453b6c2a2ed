"use client";

import { SecurityPanels } from "@besunny/web-kit/security/security-panels";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { ApiKeys } from "../api-keys";
import { Sessions } from "../sessions";

/** Shows how the person signs in, where they are signed in, and which keys work for them. */
export function SecuritySettings() {
  const t = useTranslations("security");
  const ts = useTranslations("settings");

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      <SecurityPanels />
      <Sessions />
      <ApiKeys />
    </>
  );
}
