"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { projectRoles } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Avatar } from "@besunny/ui/display/avatar";
import { toast } from "@besunny/ui/feedback/toast";
import { Select } from "@besunny/ui/fields/select";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserMinus, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";

/** Lists and changes the members of a project. In a restricted project they are the ones who see its documents. */
export function ProjectMembers({ project }: { project: Outputs["projects"]["get"] }) {
  const t = useTranslations("projects");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const roleWord = (held: string) => {
    const known = projectRoles.find((each) => each === held);
    return known ? t(`role_${known}`) : held;
  };
  const everyone = useQuery(trpc.members.list.queryOptions({}));
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.projects.pathFilter()),
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
  const put = useMutation(trpc.projects.putMember.mutationOptions(settled));
  const remove = useMutation(trpc.projects.removeMember.mutationOptions(settled));
  const mayManage = project.myRole === "lead";
  const others = (everyone.data?.items ?? []).filter(
    ({ userId }) => !project.members.some((member) => member.userId === userId),
  );

  return (
    <div className="max-w-2xl p-4">
      <p className="mb-1 text-n11">{t(project.isRestricted ? "seenByMembers" : "seenByAll")}</p>
      <p className="mb-3 text-n11">{t("whatRolesMay")}</p>
      <ul aria-label={t("members")}>
        {project.members.map((member) => (
          <li key={member.userId} className="flex min-h-12 items-center gap-3 border-n5 border-b">
            <Avatar name={member.name} />
            <span className="min-w-0 flex-1">
              <bdi className="block truncate font-medium">{member.name}</bdi>
              <span className="block truncate text-n11 text-xs">{member.email}</span>
            </span>
            {mayManage ? (
              <>
                <Select
                  label={t("roleOf", { name: member.name })}
                  value={member.role}
                  options={projectRoles.map((value) => ({ value, label: t(`role_${value}`) }))}
                  onChange={(next) =>
                    put.mutate({
                      id: project.id,
                      userId: member.userId,
                      role: projectRoles.find((known) => known === next) ?? "reader",
                    })
                  }
                />
                <IconButton
                  label={t("removeMember", { name: member.name })}
                  icon={<UserMinus />}
                  onClick={() => remove.mutate({ id: project.id, userId: member.userId })}
                />
              </>
            ) : (
              <span className="text-n11 text-sm">{roleWord(member.role)}</span>
            )}
          </li>
        ))}
      </ul>
      {mayManage && others.length > 0 && (
        <Menu
          trigger={
            <Button className="mt-4" icon={<UserPlus aria-hidden />}>
              {t("addMember")}
            </Button>
          }
        >
          {others.map((member) => (
            <MenuItem
              key={member.userId}
              icon={<Avatar name={member.name} className="size-5" />}
              onSelect={() =>
                put.mutate({ id: project.id, userId: member.userId, role: "contributor" })
              }
            >
              {member.name}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
