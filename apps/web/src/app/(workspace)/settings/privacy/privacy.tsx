"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Tabs } from "@besunny/ui/layout/tabs";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";

import { PageHeader } from "~/shell/page-header";

import { Holds } from "./holds";
import { Receipts } from "./receipts";
import { Requests } from "./requests";
import { Retention } from "./retention/retention";

const tabs = ["requests", "retention", "holds", "receipts"] as const;

/** For owners and admins: what people ask about their data, how long documents are kept, holds, and the receipts of deletions. */
export function PrivacyPage({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("privacy");
  const ts = useTranslations("settings");
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("requests"));

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      {isAllowed ? (
        <Tabs
          label={t("title")}
          listClassName="px-4"
          value={tab}
          onChange={(next) => void setTab(tabs.find((known) => known === next) ?? "requests")}
          tabs={[
            { value: "requests", label: t("requests"), content: <Requests /> },
            { value: "retention", label: t("retention"), content: <Retention /> },
            { value: "holds", label: t("holds"), content: <Holds /> },
            { value: "receipts", label: t("receipts"), content: <Receipts /> },
          ]}
        />
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")}>
          {t("notForYouHint")}
        </EmptyState>
      )}
    </>
  );
}
