"use client";

import { roles } from "@besunny/api/browser/policy";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Avatar } from "@besunny/ui/display/avatar";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShell } from "~/shell/shell-context";

import { Groups } from "./groups";
import { Invitations } from "./invitations";
import { Panel } from "./panel";

/** Lists the members of the workspace. People who manage it can change roles, remove members and invite. */
export function Members() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { role, session } = useShell();
  const members = useQuery(trpc.members.list.queryOptions({}));
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.members.pathFilter()),
    onError: (error: unknown) =>
      toast.failed(problemOf(error).message, problemOf(error).hint ?? undefined),
  };
  const changeRole = useMutation(trpc.members.changeRole.mutationOptions(settled));
  const remove = useMutation(trpc.members.remove.mutationOptions(settled));
  const mayManage = role === "owner" || role === "admin";

  return (
    <>
      <Panel title={t("members")}>
        {members.isPending && <Skeleton className="h-24 w-full" />}
        {members.error && <ProblemState error={members.error} compact />}
        <ul aria-label={t("members")}>
          {members.data?.items.map((member) => (
            <li key={member.userId} className="flex min-h-14 items-center gap-3 border-n5 border-b">
              <Avatar name={member.name} />
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-medium">{member.name}</bdi>
                <span className="block truncate text-n11 text-xs">{member.email}</span>
              </span>
              {mayManage && member.userId !== session.user.id ? (
                <>
                  <Select
                    label={t("roleOf", { name: member.name })}
                    value={member.role}
                    options={roles
                      .filter(
                        (value) => value !== "owner" || role === "owner" || member.role === "owner",
                      )
                      .map((value) => ({ value, label: t(`role_${value}`) }))}
                    onChange={(next) =>
                      changeRole.mutate({
                        userId: member.userId,
                        role: roles.find((known) => known === next) ?? "viewer",
                      })
                    }
                  />
                  <IconButton
                    label={t("removeMember", { name: member.name })}
                    icon={<UserMinus />}
                    onClick={() => remove.mutate({ userId: member.userId })}
                  />
                </>
              ) : (
                <span className="text-n11 text-sm first-letter:uppercase">{member.role}</span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {mayManage && <Invitations />}
      <Groups />
    </>
  );
}
