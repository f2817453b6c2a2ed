"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "../class-names";
import { Kbd } from "../display/kbd";

/** A menu that opens from its trigger; move with the arrow keys, choose with Enter. */
export function Menu({
  trigger,
  children,
  align = "start",
  className,
  onCloseAutoFocus,
  ...state
}: {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  className?: string;
  /** For a menu that something else opens too, such as a key. */
  open?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Takes the focus elsewhere than back to the trigger, by preventing the default. */
  onCloseAutoFocus?: (event: Event) => void;
}) {
  return (
    <Primitive.Root modal={false} {...state}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-rise overflow-y-auto rounded-lg border border-n6 bg-raised p-1 shadow-raised",
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** One thing to do. */
export function MenuItem({
  icon,
  shortcut,
  danger = false,
  children,
  className,
  ...rest
}: ComponentProps<typeof Primitive.Item> & {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
}) {
  return (
    <Primitive.Item {...rest} className={classNames(itemLook, danger && "text-bad", className)}>
      {icon && <span className="text-n11 [&_svg]:size-4">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Primitive.Item>
  );
}

/** One thing that is on or off; choosing it keeps the menu open. */
export function MenuCheckboxItem({
  children,
  count,
  ...rest
}: ComponentProps<typeof Primitive.CheckboxItem> & { count?: number | undefined }) {
  return (
    <Primitive.CheckboxItem
      onSelect={(event) => event.preventDefault()}
      {...rest}
      className={classNames(itemLook, "pl-8")}
    >
      <Primitive.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="size-4" />
      </Primitive.ItemIndicator>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count !== undefined && <span className="text-n11 text-xs tabular-nums">{count}</span>}
    </Primitive.CheckboxItem>
  );
}

/** A heading inside a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2 py-1.5 text-n11 text-xs">{children}</Primitive.Label>;
}

/** A line between groups. */
export function MenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-n6" />;
}

const itemLook =
  "relative flex min-h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 text-base outline-none data-highlighted:bg-n4 data-disabled:opacity-50 coarse:min-h-10";
