"use client";

import { Button } from "@besunny/ui/buttons/button";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Flag, FlagWorkspaces } from "./flag";
import { useFlagChange } from "./use-flag-change";

/** The workspaces with a decision of their own about a feature. */
export function FlagOfWorkspaces({ flag, workspaces }: { flag: Flag; workspaces: FlagWorkspaces }) {
  const t = useTranslations("flags");
  const trpc = useTRPC();
  const changed = useFlagChange();
  const { key, title } = flag;
  const decide = useMutation(
    trpc.admin.flags.decideFor.mutationOptions(changed(t("changedNow", { title }))),
  );
  const nameOf = (id: string) => workspaces.find((each) => each.id === id)?.name ?? id;
  const others = workspaces.filter(
    ({ id }) => !flag.workspaces.some(({ workspaceId }) => workspaceId === id),
  );

  return (
    <section aria-label={t("ofWorkspaces")} className="flex flex-col gap-3 border-t px-4 py-4">
      <div>
        <h3 className="font-semibold">{t("ofWorkspaces")}</h3>
        <p className="text-n11 text-xs">{t("ofWorkspacesHint")}</p>
      </div>
      {flag.workspaces.length > 0 && (
        <ul className="flex flex-col gap-2">
          {flag.workspaces.map(({ workspaceId, isOn }) => (
            <li key={workspaceId} className="flex flex-wrap items-center gap-2 text-sm">
              <bdi className="min-w-0 flex-1 truncate">{nameOf(workspaceId)}</bdi>
              <SegmentedControl
                label={t("stateIn", { name: nameOf(workspaceId) })}
                value={isOn ? "on" : "off"}
                options={[
                  { value: "on", label: t("on") },
                  { value: "off", label: t("off") },
                ]}
                onChange={(next) => decide.mutate({ key, workspaceId, isOn: next === "on" })}
              />
              <Button
                size="sm"
                variant="ghost"
                aria-label={t("removeNamed", { name: nameOf(workspaceId) })}
                onClick={() => decide.mutate({ key, workspaceId, isOn: null })}
              >
                {t("remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Select
          label={t("addWorkspace")}
          value={null}
          placeholder={t("addWorkspace")}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(workspaceId) => decide.mutate({ key, workspaceId, isOn: !flag.isOn })}
          className="self-start"
        />
      )}
    </section>
  );
}
