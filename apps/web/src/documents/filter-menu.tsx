"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Menu, MenuCheckboxItem, MenuItem, MenuSeparator } from "@besunny/ui/overlays/menu";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

export type FilterOption = { value: string; label?: string; count?: number };

/** One filter of which one value is chosen. */
export function FilterMenu({
  value,
  onChange,
  ...rest
}: {
  label: string;
  value: string | null;
  options: readonly FilterOption[];
  onChange: (value: string | null) => void;
}) {
  return (
    <FiltersMenu
      {...rest}
      values={value === null ? [] : [value]}
      onChange={(values) => onChange(values?.at(-1) ?? null)}
    />
  );
}

/** One filter of which several values are chosen: what may be, with counts; the chosen ones stand on the button. */
export function FiltersMenu({
  label,
  values,
  options,
  onChange,
}: {
  label: string;
  values: readonly string[];
  options: readonly FilterOption[];
  onChange: (values: string[] | null) => void;
}) {
  const t = useTranslations("library");
  const nameOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  const chosen = values.map(nameOf).join(", ");
  const isSet = values.length > 0;
  if (options.length === 0 && !isSet) return null;

  function toggle(value: string, isOn: boolean) {
    const next = values.filter((other) => other !== value);
    if (isOn) next.push(value);
    onChange(next.length > 0 ? next : null);
  }

  return (
    <Menu
      trigger={
        <Button
          className={isSet ? "border-focus bg-accent-soft" : ""}
          aria-label={isSet ? `${label}: ${chosen}` : label}
        >
          <span className="max-w-40 truncate first-letter:uppercase">{isSet ? chosen : label}</span>
          <ChevronDown aria-hidden className="text-n10" />
        </Button>
      }
    >
      {options.map((option) => (
        <MenuCheckboxItem
          key={option.value}
          checked={values.includes(option.value)}
          count={option.count}
          onCheckedChange={(isOn) => toggle(option.value, isOn)}
        >
          <span className="inline-block first-letter:uppercase">
            {option.label ?? option.value}
          </span>
        </MenuCheckboxItem>
      ))}
      {isSet && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChange(null)}>{t("any")}</MenuItem>
        </>
      )}
    </Menu>
  );
}
