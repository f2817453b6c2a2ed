"use client";

import { Button } from "@besunny/ui/button";
import { Menu, MenuCheckboxItem, MenuItem, MenuSeparator } from "@besunny/ui/menu";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";

export type FilterOption = { value: string; label?: string; count?: number };

/** One filter: what may be chosen, with counts; the chosen one stands on the button. */
export function FilterMenu({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | null;
  options: readonly FilterOption[];
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations("library");
  const chosen = options.find((option) => option.value === value);
  if (options.length === 0 && !value) return null;

  return (
    <Menu
      trigger={
        <Button
          className={value ? "border-focus bg-accent-soft" : ""}
          aria-label={value ? `${label}: ${chosen?.label ?? value}` : label}
        >
          <span className="max-w-40 truncate first-letter:uppercase">
            {value ? (chosen?.label ?? value) : label}
          </span>
          <ChevronDown aria-hidden className="text-n10" />
        </Button>
      }
    >
      {options.map((option) => (
        <MenuCheckboxItem
          key={option.value}
          checked={option.value === value}
          count={option.count}
          onCheckedChange={(isOn) => onChange(isOn ? option.value : null)}
        >
          <span className="inline-block first-letter:uppercase">
            {option.label ?? option.value}
          </span>
        </MenuCheckboxItem>
      ))}
      {value && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChange(null)}>{t("any")}</MenuItem>
        </>
      )}
    </Menu>
  );
}
