"use client";

import { Input } from "@besunny/ui/fields/input";

/** Narrows a list by words. */
export function FindField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="max-w-72"
    />
  );
}
