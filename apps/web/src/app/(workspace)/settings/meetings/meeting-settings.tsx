"use client";

import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { ToneSwitch } from "./tone-switch";
import { WishesPanel } from "./wishes-panel";

/** The choices of the workspace and of the person on meetings. */
export function MeetingSettings() {
  const t = useTranslations("meetings");
  const ts = useTranslations("settings");

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("settings")} />
      <WishesPanel />
      <ToneSwitch />
    </>
  );
}
