"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "~/documents/section";
import { BackLink } from "~/shell/back-link";
import { PageHeader } from "~/shell/page-header";

import { OneTimeLink } from "./one-time-link";
import { PersonSessions } from "./person-sessions";
import { SuspendButton } from "./suspend-button";
import { useDone } from "./use-done";

type Person = Outputs["admin"]["people"]["get"];

/** One person: places, sessions, and what can be done about the account. */
export function PersonPage({ id }: { id: string }) {
  const t = useTranslations("people");
  const trpc = useTRPC();
  const person = useQuery(trpc.admin.people.get.queryOptions({ id }, { retry: false }));

  return (
    <>
      <PageHeader title={t("title")} />
      <Loaded query={person} label={t("loading")}>
        {(data) => <Shown person={data} />}
      </Loaded>
    </>
  );
}

function Shown({ person }: { person: Person }) {
  const t = useTranslations("people");
  const tr = useTranslations("roles");
  const trpc = useTRPC();
  const done = useDone();
  const [link, setLink] = useState<string | null>(null);
  const { id, name } = person;
  const { people } = trpc.admin;
  const suspend = useMutation(people.suspend.mutationOptions(done(t("isSuspended", { name }))));
  const resume = useMutation(people.resume.mutationOptions(done(t("isResumed", { name }))));
  const reset = useMutation(
    people.resetPassword.mutationOptions(done<{ url: string }>(null, ({ url }) => setLink(url))),
  );

  return (
    <article className="flex max-w-5xl flex-col gap-8 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <BackLink href="/people">{t("back")}</BackLink>
        <h2 className="min-w-0 break-words font-semibold text-xl">{name}</h2>
        {person.isPlatformAdmin && <Badge>{t("platformAdmin")}</Badge>}
        {person.suspendedAt && (
          <Badge tone="attention">
            {t("suspended")} <RelativeTime at={person.suspendedAt} />
          </Badge>
        )}
        <span className="ml-auto flex flex-wrap gap-2">
          <Button
            variant="ghost"
            icon={<KeyRound aria-hidden />}
            loading={reset.isPending}
            onClick={() => reset.mutate({ id })}
          >
            {t("resetPassword")}
          </Button>
          <SuspendButton
            name={name}
            isSuspended={person.suspendedAt !== null}
            isBusy={suspend.isPending || resume.isPending}
            consequence={t("suspendHint")}
            onSuspend={(reason) => suspend.mutate({ id, reason })}
            onResume={() => resume.mutate({ id })}
          />
        </span>
        <p className="flex w-full flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
          <span>{person.email}</span>
          <code className="select-all break-all font-mono text-n11 text-xs">{id}</code>
          <Link href={`/audit?actorId=${id}`} className="underline underline-offset-2">
            {t("inAudit")}
          </Link>
        </p>
      </header>
      <Section title={t("workspaces")} hint={person.memberships.length === 0 && t("noWorkspaces")}>
        <ul className="flex flex-col gap-1 text-sm">
          {person.memberships.map(({ workspace, role, createdAt }) => (
            <li key={workspace.id} className="flex flex-wrap items-center gap-x-3">
              <Link
                href={`/workspaces/${workspace.id}`}
                className="font-medium underline underline-offset-2"
              >
                {workspace.name}
              </Link>
              <span>{tr(role)}</span>
              <span className="text-n11">
                <RelativeTime at={createdAt} />
              </span>
              {workspace.suspendedAt && <Badge tone="attention">{t("suspended")}</Badge>}
            </li>
          ))}
        </ul>
      </Section>
      <PersonSessions personId={id} sessions={person.sessions} />
      {link && <OneTimeLink title={t("resetLink")} url={link} onClose={() => setLink(null)} />}
    </article>
  );
}
