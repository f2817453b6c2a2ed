"use client";

import { can } from "@besunny/api/browser/policy";
import { providerOf } from "@besunny/api/browser/vocabulary";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";
import { choiceParsers } from "~/sources/adding/choice";
import { ChooseFolder } from "~/sources/adding/choose-folder";
import { ConsentNote } from "~/sources/adding/consent-note";
import { MailboxForm } from "~/sources/adding/mailbox-form";
import { ProviderList } from "~/sources/providers/provider-list";

/** The way to a new source: what, whose account, which folder, by which rules, seen by whom, and what would come. The URL keeps all of it. */
export function AddSource() {
  const t = useTranslations("addSource");
  const ts = useTranslations("sources");
  const { role } = useShell();

  return (
    <>
      <PageHeader title={t("title")} trail={[{ href: "/sources", name: ts("title") }]} />
      {can(role, "source.manage") ? (
        <Steps />
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={ts("emptyViewer")} />
      )}
    </>
  );
}

function Steps() {
  const t = useTranslations("addSource");
  const trpc = useTRPC();
  const [choice, setChoice] = useQueryStates(choiceParsers, { history: "push" });
  const { kind, connection: connectionId, again, whose } = choice;
  const connections = useQuery(trpc.connections.list.queryOptions({}));
  const connection = connections.data?.items.find(({ id }) => id === connectionId);

  if (kind && connection && connection.provider === providerOf[kind])
    return (
      <>
        <ConsentNote choice={choice} connection={connection} kind={kind} />
        <ChooseFolder
          kind={kind}
          connection={connection}
          choice={choice}
          onChoose={(next) => void setChoice(next)}
        />
      </>
    );
  if (kind === "imap")
    return (
      <MailboxForm
        whose={whose ?? "personal"}
        again={connections.data?.items.find(({ id }) => id === again) ?? null}
        onConnected={(id) => void setChoice({ connection: id, again: null })}
      />
    );
  return (
    <>
      <ConsentNote choice={choice} connection={null} kind={kind} />
      <div className="mx-auto max-w-3xl px-4 py-6">
        <p className="mb-4">{t("lead")}</p>
        <ProviderList />
      </div>
    </>
  );
}
