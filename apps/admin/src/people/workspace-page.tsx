"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { documentsHref } from "~/documents/filters";
import { Section } from "~/documents/section";
import { runsHref } from "~/operations/runs/run-filters";
import { BackLink } from "~/shell/back-link";
import { PageHeader } from "~/shell/page-header";

import { WorkspacePlan } from "../billing/workspace-plan";
import { InvitePerson } from "./invite-person";
import { WorkspaceRates } from "./rates/workspace-rates";
import { RoleSelect } from "./role-select";
import { SuspendButton } from "./suspend-button";
import { useDone } from "./use-done";

type Workspace = Outputs["admin"]["workspaces"]["get"];

/** One workspace: its people with their roles, and what can be done about it. */
export function WorkspacePage({ id }: { id: string }) {
  const t = useTranslations("workspaces");
  const trpc = useTRPC();
  const workspace = useQuery(trpc.admin.workspaces.get.queryOptions({ id }, { retry: false }));

  return (
    <>
      <PageHeader title={t("title")} />
      <Loaded query={workspace} label={t("loading")}>
        {(data) => <Shown workspace={data} />}
      </Loaded>
    </>
  );
}

function Shown({ workspace }: { workspace: Workspace }) {
  const t = useTranslations("workspaces");
  const trpc = useTRPC();
  const done = useDone();
  const { id, name } = workspace;
  const suspend = useMutation(
    trpc.admin.workspaces.suspend.mutationOptions(done(t("isSuspended", { name }))),
  );
  const resume = useMutation(
    trpc.admin.workspaces.resume.mutationOptions(done(t("isResumed", { name }))),
  );

  return (
    <article className="flex max-w-5xl flex-col gap-8 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <BackLink href="/workspaces">{t("back")}</BackLink>
        <h2 className="min-w-0 break-words font-semibold text-xl">{name}</h2>
        {workspace.suspendedAt && (
          <Badge tone="attention">
            {t("suspended")} <RelativeTime at={workspace.suspendedAt} />
          </Badge>
        )}
        <span className="ml-auto">
          <SuspendButton
            name={name}
            isSuspended={workspace.suspendedAt !== null}
            isBusy={suspend.isPending || resume.isPending}
            consequence={t("suspendHint")}
            onSuspend={(reason) => suspend.mutate({ id, reason })}
            onResume={() => resume.mutate({ id })}
          />
        </span>
        <p className="flex w-full flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
          <code className="select-all break-all font-mono text-n11 text-xs">{id}</code>
          <Link href={documentsHref({ workspaceId: id })} className="underline underline-offset-2">
            {t("itsDocuments")}
          </Link>
          <Link href={runsHref({ workspace: id })} className="underline underline-offset-2">
            {t("itsRuns")}
          </Link>
        </p>
      </header>
      <Section title={t("members")} actions={<InvitePerson workspaceId={id} />}>
        <Members workspace={workspace} />
      </Section>
      <WorkspacePlan id={id} />
      <WorkspaceRates id={id} />
      {workspace.invitations.length > 0 && (
        <Section title={t("invitations")}>
          <ul className="flex flex-col gap-1 text-sm">
            {workspace.invitations.map((invitation) => (
              <li key={invitation.id} className="flex flex-wrap gap-x-3">
                <span>{invitation.email}</span>
                <span className="text-n11">
                  {t("until")} <RelativeTime at={invitation.expiresAt} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

function Members({ workspace }: { workspace: Workspace }) {
  const t = useTranslations("workspaces");
  const trpc = useTRPC();
  const done = useDone();
  const changeRole = useMutation(
    trpc.admin.workspaces.changeRole.mutationOptions(done(t("roleChanged"))),
  );

  return (
    <Table label={t("members")}>
      <thead>
        <tr>
          <TableHead>{t("person")}</TableHead>
          <TableHead>{t("role")}</TableHead>
          <TableHead className="max-md:hidden">{t("joined")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {workspace.members.map((member) => (
          <TableRow key={member.userId}>
            <TableCell className="max-w-72 truncate py-1">
              <Link
                href={`/people/${member.userId}`}
                className="font-medium underline underline-offset-2"
              >
                {member.name}
              </Link>{" "}
              <span className="text-n11">{member.email}</span>{" "}
              {member.suspendedAt && <Badge tone="attention">{t("suspended")}</Badge>}
            </TableCell>
            <TableCell>
              <RoleSelect
                label={t("roleOf", { name: member.name })}
                value={member.role}
                disabled={changeRole.isPending}
                onChange={(role) =>
                  changeRole.mutate({ workspaceId: workspace.id, userId: member.userId, role })
                }
              />
            </TableCell>
            <TableCell className="text-n11 max-md:hidden">
              <RelativeTime at={member.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
