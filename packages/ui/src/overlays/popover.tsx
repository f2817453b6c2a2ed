"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";

import { classNames } from "../class-names";

/** A small panel that opens from its trigger and holds controls; Escape or a click outside closes it. */
export function Popover({
  label,
  trigger,
  children,
  align = "start",
  className,
  open,
  onOpenChange,
}: {
  label: string;
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  className?: string;
  /** Left out where only its trigger opens it. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Primitive.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            "z-50 animate-rise rounded-lg border border-n6 bg-raised p-3 shadow-raised",
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
