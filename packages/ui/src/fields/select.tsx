"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";

import { classNames } from "../class-names";

export type SelectOption = { value: string; label: string };

/** One of a list. Radix keeps the empty string for "nothing chosen", so no option may have it as its value. */
export function Select({
  label,
  value,
  options,
  placeholder,
  onChange,
  disabled = false,
  id,
  className,
}: {
  label: string;
  value: string | null;
  options: readonly SelectOption[];
  placeholder?: string;
  onChange: (value: string) => void;
  disabled?: boolean;
  id?: string;
  className?: string;
}) {
  return (
    <Primitive.Root value={value ?? ""} onValueChange={onChange} disabled={disabled}>
      <Primitive.Trigger
        aria-label={label}
        {...(id ? { id } : {})}
        className={classNames(
          "inline-flex h-8 max-w-full items-center justify-between gap-2 rounded-md border border-n7 bg-raised px-2.5 text-base transition-colors hover:bg-n3 disabled:opacity-55 coarse:h-10 data-placeholder:text-n11",
          className,
        )}
      >
        <span className="truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <Primitive.Icon>
          <ChevronDown aria-hidden className="size-4 text-n11" />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-rise overflow-hidden rounded-lg border border-n6 bg-raised shadow-raised"
        >
          <Primitive.Viewport className="max-h-80 p-1">
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                className="relative flex h-8 cursor-default select-none items-center rounded-sm pr-3 pl-8 text-base outline-none data-highlighted:bg-n4 coarse:h-10"
              >
                <Primitive.ItemIndicator className="absolute left-2">
                  <Check aria-hidden className="size-4" />
                </Primitive.ItemIndicator>
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
