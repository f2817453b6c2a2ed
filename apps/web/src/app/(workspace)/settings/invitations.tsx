"use client";

import type { Role } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { OneTimeSecret } from "~/shell/one-time-secret";
import { Panel } from "./panel";

const roles = ["member", "viewer", "admin"] as const satisfies readonly Role[];

/** Links that let people in: made here, shown once, revoked here. */
export function Invitations() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [role, setRole] = useState<(typeof roles)[number]>("member");
  const refresh = () => queryClient.invalidateQueries(trpc.members.pathFilter());
  const invitations = useQuery(trpc.members.invitations.queryOptions({}));
  const invite = useMutation(trpc.members.invite.mutationOptions({ onSuccess: refresh }));
  const revoke = useMutation(trpc.members.revokeInvitation.mutationOptions({ onSettled: refresh }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const email = String(new FormData(form).get("email") ?? "");
    invite.mutate({ email, role }, { onSuccess: () => form.reset() });
  }

  return (
    <Panel title={t("invite")} hint={t("inviteHint")}>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-56">
          <Field label={t("email")}>
            {(control) => <Input {...control} name="email" type="email" required />}
          </Field>
        </div>
        <Select
          label={t("role")}
          value={role}
          options={roles.map((value) => ({ value, label: t(`role_${value}`) }))}
          onChange={(next) => setRole(roles.find((known) => known === next) ?? "member")}
        />
        <Button type="submit" variant="primary" loading={invite.isPending}>
          {t("makeLink")}
        </Button>
      </form>
      <div className="mt-3 flex flex-col gap-3">
        {invite.error && <FormProblem problem={problemOf(invite.error)} />}
        {invite.data?.url && (
          <OneTimeSecret
            label={t("linkMade", { email: invite.data.email })}
            value={invite.data.url}
          />
        )}
        {invite.data?.isMailed && (
          <p role="status">{t("linkMailed", { email: invite.data.email })}</p>
        )}
      </div>
      {(invitations.data?.items.length ?? 0) > 0 && (
        <ul aria-label={t("openInvitations")} className="mt-4">
          {invitations.data?.items.map((invitation) => (
            <li key={invitation.id} className="flex min-h-12 items-center gap-3 border-n5 border-b">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{invitation.email}</span>
                <span className="block text-n11 text-xs">
                  {invitation.role} · {t("until")} <RelativeTime at={invitation.expiresAt} />
                </span>
              </span>
              <Button size="sm" onClick={() => revoke.mutate({ id: invitation.id })}>
                {t("revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
