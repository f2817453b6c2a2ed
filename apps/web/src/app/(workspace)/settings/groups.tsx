"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { useShell } from "~/shell/shell-context";
import { Panel } from "./panel";

/** The groups of the workspace with their people. Those who manage it make, fill and delete them. */
export function Groups() {
  const t = useTranslations("groups");
  const trpc = useTRPC();
  const { role } = useShell();
  const mayManage = can(role, "group.manage");
  const groups = useQuery(trpc.groups.list.queryOptions({})).data ?? [];
  const members = useQuery(trpc.members.list.queryOptions({})).data?.items ?? [];
  const [name, setName] = useState("");
  const verbs = useGroupVerbs();

  function create(event: FormEvent) {
    event.preventDefault();
    verbs.create.mutate({ name }, { onSuccess: () => setName("") });
  }

  return (
    <Panel title={t("title")} hint={t("hint")}>
      <ul aria-label={t("title")} className="flex flex-col gap-4 empty:hidden">
        {groups.map((group) => (
          <li key={group.id} className="border-n5 border-b pb-3">
            <div className="flex min-h-9 items-center gap-2">
              <bdi className="min-w-0 flex-1 truncate font-medium">{group.name}</bdi>
              {mayManage && (
                <IconButton
                  label={t("delete", { name: group.name })}
                  icon={<Trash2 />}
                  onClick={() => verbs.remove.mutate({ id: group.id })}
                />
              )}
            </div>
            <ul
              aria-label={t("membersOf", { name: group.name })}
              className="flex flex-wrap gap-1.5"
            >
              {group.members.map((member) => (
                <li
                  key={member.userId}
                  className="inline-flex h-8 items-center gap-0.5 rounded-md border border-n6 pl-2.5 text-sm"
                >
                  <bdi className={mayManage ? "" : "pr-2.5"}>{member.name}</bdi>
                  {mayManage && (
                    <IconButton
                      label={t("removeMember", { name: member.name, group: group.name })}
                      icon={<X />}
                      className="size-7"
                      onClick={() =>
                        verbs.removeMember.mutate({ id: group.id, userId: member.userId })
                      }
                    />
                  )}
                </li>
              ))}
              {mayManage && (
                <li>
                  <Select
                    label={t("addTo", { name: group.name })}
                    placeholder={t("add")}
                    value={null}
                    options={members
                      .filter(({ userId }) => group.members.every((each) => each.userId !== userId))
                      .map(({ userId, name: label }) => ({ value: userId, label }))}
                    onChange={(userId) => verbs.putMember.mutate({ id: group.id, userId })}
                  />
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
      {groups.length === 0 && <p className="text-n11">{t("none")}</p>}
      {mayManage && (
        <form onSubmit={create} className="mt-4 flex gap-2">
          <Input
            aria-label={t("name")}
            placeholder={t("name")}
            value={name}
            maxLength={80}
            onChange={({ target }) => setName(target.value)}
          />
          <Button type="submit" disabled={!name.trim()} loading={verbs.create.isPending}>
            {t("create")}
          </Button>
        </form>
      )}
    </Panel>
  );
}

function useGroupVerbs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.groups.pathFilter()),
    onError: (error: unknown) =>
      toast.failed(problemOf(error).message, problemOf(error).hint ?? undefined),
  };
  return {
    create: useMutation(trpc.groups.create.mutationOptions(settled)),
    remove: useMutation(trpc.groups.delete.mutationOptions(settled)),
    putMember: useMutation(trpc.groups.putMember.mutationOptions(settled)),
    removeMember: useMutation(trpc.groups.removeMember.mutationOptions(settled)),
  };
}
