"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

import { classNames } from "../class-names";

/** A box to tick; `indeterminate` if only some of the items that it controls are ticked. The hit area is 24 px. */
export function Checkbox({
  label,
  className,
  ...rest
}: ComponentProps<typeof Primitive.Root> & { label: string }) {
  return (
    <Primitive.Root
      {...rest}
      aria-label={label}
      className={classNames(
        "group relative inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-n8 bg-raised transition-colors before:absolute before:-inset-1 hover:border-n10 data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent",
        className,
      )}
    >
      <Primitive.Indicator className="text-accent-ink">
        <Check
          aria-hidden
          strokeWidth={3}
          className="size-3 group-data-[state=indeterminate]:hidden"
        />
        <Minus
          aria-hidden
          strokeWidth={3}
          className="hidden size-3 group-data-[state=indeterminate]:block"
        />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
