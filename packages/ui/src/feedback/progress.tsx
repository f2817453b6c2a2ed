"use client";

import { Progress as Primitive } from "radix-ui";

import { classNames } from "../class-names";

/** Shows the progress of work, 0 to 1; `null` if nobody knows it. */
export function Progress({
  value,
  label,
  className,
}: {
  value: number | null;
  label: string;
  className?: string;
}) {
  return (
    <Primitive.Root
      aria-label={label}
      value={value === null ? null : Math.round(value * 100)}
      className={classNames("relative h-1 w-full overflow-hidden rounded-full bg-n5", className)}
    >
      <Primitive.Indicator
        className={classNames(
          "block h-full rounded-full bg-focus transition-[width]",
          value === null && "w-1/3 animate-breathe",
        )}
        style={value === null ? undefined : { width: `${Math.min(100, value * 100)}%` }}
      />
    </Primitive.Root>
  );
}
