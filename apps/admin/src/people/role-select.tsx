"use client";

import { type Role, roles } from "@besunny/api/browser/policy";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

/** Chooses a role in a workspace. */
export function RoleSelect({
  label,
  value,
  onChange,
  disabled = false,
  id,
}: {
  label: string;
  value: Role;
  onChange: (role: Role) => void;
  disabled?: boolean;
  id?: string;
}) {
  const t = useTranslations("roles");

  return (
    <Select
      {...(id ? { id } : {})}
      label={label}
      value={value}
      disabled={disabled}
      options={roles.map((role) => ({ value: role, label: t(role) }))}
      onChange={(next) => {
        const role = roles.find((each) => each === next);
        if (role) onChange(role);
      }}
    />
  );
}
