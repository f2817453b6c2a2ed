"use client";

import { ToggleGroup } from "radix-ui";

import { classNames } from "../class-names";

/** One of a few, all visible. */
export function SegmentedControl({
  label,
  value,
  options,
  onChange,
  className,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  className?: string;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onChange(next)}
      className={classNames("inline-flex rounded-md bg-n4 p-0.5", className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="h-7 rounded-sm px-2.5 text-n11 text-sm transition-colors hover:text-n12 data-[state=on]:bg-raised data-[state=on]:font-medium data-[state=on]:text-n12 data-[state=on]:shadow-sm coarse:h-9"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
