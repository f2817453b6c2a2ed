"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Tabs } from "@besunny/ui/layout/tabs";
import {
  Coins,
  FileCheck2,
  GraduationCap,
  ListChecks,
  Rocket,
  ScrollText,
  SearchCheck,
  Send,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";

import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { ApiKeys } from "./api-keys";
import { DocumentTypes } from "./document-types/document-types";
import { Fields } from "./fields/fields";
import { Members } from "./members";
import { NoticesTab } from "./notices/notice-settings";
import { OwnTab } from "./own/own-tab";
import { Profile } from "./profile";
import { Sessions } from "./sessions";
import { Tags } from "./tags/tags";
import { WorkspaceSettings } from "./workspace-settings";

const tabs = [
  "profile",
  "notices",
  "sessions",
  "members",
  "keys",
  "types",
  "fields",
  "tags",
  "workspace",
  "own",
] as const;

export function Settings() {
  const t = useTranslations("settings");
  const tf = useTranslations("fields");
  const tl = useTranslations("learning");
  const tn = useTranslations("notices");
  const to = useTranslations("own");
  const tr = useTranslations("releases");
  const { role } = useShell();
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("profile"));
  const isAdmin = role === "owner" || role === "admin";

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          // The buttons scroll inside themselves where they have no room, so that the page never does.
          <div className="flex max-w-3/4 gap-2 overflow-x-auto p-1">
            <Button asChild>
              <Link href="/settings/cards">
                <ListChecks aria-hidden />
                <HeaderWord>{t("fieldsOfTypes")}</HeaderWord>
              </Link>
            </Button>
            <Button asChild>
              <Link href="/settings/outgoing">
                <Send aria-hidden />
                <HeaderWord>{t("outgoing")}</HeaderWord>
              </Link>
            </Button>
            <Button asChild>
              <Link href="/settings/learning">
                <GraduationCap aria-hidden />
                <HeaderWord>{tl("open")}</HeaderWord>
              </Link>
            </Button>
            {can(role, "release.read") && (
              <Button asChild>
                <Link href="/settings/releases">
                  <Rocket aria-hidden />
                  <HeaderWord>{tr("open")}</HeaderWord>
                </Link>
              </Button>
            )}
            {can(role, "search.review") && (
              <Button asChild>
                <Link href="/settings/search">
                  <SearchCheck aria-hidden />
                  <HeaderWord>{t("searchQuality")}</HeaderWord>
                </Link>
              </Button>
            )}
            {can(role, "quality.review") && (
              <Button asChild>
                <Link href="/settings/data-quality">
                  <FileCheck2 aria-hidden />
                  <HeaderWord>{t("dataQuality")}</HeaderWord>
                </Link>
              </Button>
            )}
            {can(role, "workspace.update") && (
              <Button asChild>
                <Link href="/settings/spending">
                  <Coins aria-hidden />
                  <HeaderWord>{t("spending")}</HeaderWord>
                </Link>
              </Button>
            )}
            {can(role, "audit.read") && (
              <Button asChild>
                <Link href="/settings/audit">
                  <ScrollText aria-hidden />
                  <HeaderWord>{t("auditLog")}</HeaderWord>
                </Link>
              </Button>
            )}
          </div>
        }
      />
      <Tabs
        label={t("title")}
        listClassName="px-4"
        value={tab}
        onChange={(next) => void setTab(tabs.find((known) => known === next) ?? "profile")}
        tabs={[
          { value: "profile", label: t("profile"), content: <Profile /> },
          { value: "notices", label: tn("tab"), content: <NoticesTab /> },
          { value: "sessions", label: t("sessions"), content: <Sessions /> },
          { value: "members", label: t("members"), content: <Members /> },
          { value: "keys", label: t("keys"), content: <ApiKeys /> },
          ...(can(role, "type.manage")
            ? [{ value: "types", label: t("types"), content: <DocumentTypes /> }]
            : []),
          ...(can(role, "field.manage")
            ? [{ value: "fields", label: tf("customFields"), content: <Fields /> }]
            : []),
          { value: "tags", label: t("tags"), content: <Tags /> },
          ...(isAdmin
            ? [{ value: "workspace", label: t("workspace"), content: <WorkspaceSettings /> }]
            : []),
          { value: "own", label: to("tab"), content: <OwnTab /> },
        ]}
      />
    </>
  );
}

/** The word of a button in the header, which is left to those who hear the page where the header is narrow. */
function HeaderWord({ children }: { children: ReactNode }) {
  return <span className="max-sm:sr-only">{children}</span>;
}
