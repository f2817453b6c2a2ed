"use client";

import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

import { useWorkspaceNames } from "./use-workspace-names";

/** Radix has no option with an empty value. */
const ALL = "all";

/** Narrows a page to one workspace; null is all of them. */
export function WorkspaceSelect({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (workspaceId: string | null) => void;
}) {
  const t = useTranslations("models");
  const { workspaces } = useWorkspaceNames();
  return (
    <Select
      label={t("workspace")}
      value={value ?? ALL}
      className="max-w-56"
      options={[
        { value: ALL, label: t("allWorkspaces") },
        ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(next) => onChange(next === ALL ? null : next)}
    />
  );
}
