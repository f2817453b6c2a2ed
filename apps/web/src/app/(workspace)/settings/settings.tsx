"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Tabs } from "@besunny/ui/layout/tabs";
import { Link } from "@besunny/web-kit/link";
import {
  Cable,
  Coins,
  FileChartColumn,
  FileCheck2,
  Gauge,
  GraduationCap,
  KeyRound,
  ListChecks,
  LockKeyhole,
  MessageSquareText,
  MessagesSquare,
  PackageOpen,
  Rocket,
  ScrollText,
  SearchCheck,
  Send,
  ShieldCheck,
  Webhook,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";

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
  const tc = useTranslations("connections");
  const te = useTranslations("encryption");
  const tx = useTranslations("ending");
  const tf = useTranslations("fields");
  const tl = useTranslations("learning");
  const tm = useTranslations("meetings");
  const tn = useTranslations("notices");
  const to = useTranslations("own");
  const tp = useTranslations("privacy");
  const tr = useTranslations("releases");
  const tg = useTranslations("signingIn");
  const tsec = useTranslations("security");
  const tslack = useTranslations("slack");
  const tw = useTranslations("webhooks");
  const { role } = useShell();
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("profile"));
  const isAdmin = role === "owner" || role === "admin";

  return (
    <>
      <PageHeader title={t("title")} />
      <nav aria-label={t("more")} className="flex flex-wrap gap-2 px-4 pt-3 pb-1">
        <Button asChild size="sm">
          <Link href="/settings/security">
            <ShieldCheck aria-hidden />
            {tsec("title")}
          </Link>
        </Button>
        <Button asChild size="sm">
          <Link href="/settings/cards">
            <ListChecks aria-hidden />
            {t("fieldsOfTypes")}
          </Link>
        </Button>
        <Button asChild size="sm">
          <Link href="/settings/outgoing">
            <Send aria-hidden />
            {t("outgoing")}
          </Link>
        </Button>
        <Button asChild size="sm">
          <Link href="/settings/learning">
            <GraduationCap aria-hidden />
            {tl("open")}
          </Link>
        </Button>
        <Button asChild size="sm">
          <Link href="/settings/connections">
            <Cable aria-hidden />
            {tc("title")}
          </Link>
        </Button>
        <Button asChild size="sm">
          <Link href="/settings/meetings">
            <MessagesSquare aria-hidden />
            {tm("settings")}
          </Link>
        </Button>
        <Button asChild size="sm">
          <Link href="/settings/slack">
            <MessageSquareText aria-hidden />
            {tslack("title")}
          </Link>
        </Button>
        {can(role, "webhook.manage") && (
          <Button asChild size="sm">
            <Link href="/settings/webhooks">
              <Webhook aria-hidden />
              {tw("title")}
            </Link>
          </Button>
        )}
        {can(role, "signIn.manage") && (
          <Button asChild size="sm">
            <Link href="/settings/sign-in">
              <KeyRound aria-hidden />
              {tg("title")}
            </Link>
          </Button>
        )}
        {can(role, "release.read") && (
          <Button asChild size="sm">
            <Link href="/settings/releases">
              <Rocket aria-hidden />
              {tr("open")}
            </Link>
          </Button>
        )}
        {can(role, "search.review") && (
          <Button asChild size="sm">
            <Link href="/settings/search">
              <SearchCheck aria-hidden />
              {t("searchQuality")}
            </Link>
          </Button>
        )}
        {can(role, "quality.review") && (
          <Button asChild size="sm">
            <Link href="/settings/data-quality">
              <FileCheck2 aria-hidden />
              {t("dataQuality")}
            </Link>
          </Button>
        )}
        {can(role, "workspace.update") && (
          <Button asChild size="sm">
            <Link href="/settings/usage">
              <Gauge aria-hidden />
              {t("usage")}
            </Link>
          </Button>
        )}
        {can(role, "workspace.update") && (
          <Button asChild size="sm">
            <Link href="/settings/spending">
              <Coins aria-hidden />
              {t("spending")}
            </Link>
          </Button>
        )}
        {can(role, "workspace.update") && (
          <Button asChild size="sm">
            <Link href="/settings/reports">
              <FileChartColumn aria-hidden />
              {t("reports")}
            </Link>
          </Button>
        )}
        {can(role, "privacy.manage") && (
          <Button asChild size="sm">
            <Link href="/settings/privacy">
              <ShieldCheck aria-hidden />
              {tp("title")}
            </Link>
          </Button>
        )}
        {can(role, "workspace.end") && (
          <Button asChild size="sm">
            <Link href="/settings/end">
              <PackageOpen aria-hidden />
              {tx("title")}
            </Link>
          </Button>
        )}
        {can(role, "encryption.read") && (
          <Button asChild size="sm">
            <Link href="/settings/encryption">
              <LockKeyhole aria-hidden />
              {te("open")}
            </Link>
          </Button>
        )}
        {can(role, "audit.read") && (
          <Button asChild size="sm">
            <Link href="/settings/audit">
              <ScrollText aria-hidden />
              {t("auditLog")}
            </Link>
          </Button>
        )}
      </nav>
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
