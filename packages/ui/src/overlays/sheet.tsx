"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";

import { classNames } from "../class-names";

/** A side panel over the page: from the right, or from the bottom on narrow screens. */
export function Sheet({
  open,
  onOpenChange,
  title,
  closeLabel,
  side = "right",
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  side?: "right" | "bottom";
  children: ReactNode;
}) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          className={classNames(
            "fixed z-50 flex flex-col bg-raised shadow-raised",
            side === "right"
              ? "inset-y-0 right-0 w-[min(26rem,calc(100vw-2.5rem))] animate-slide-left border-n6 border-l"
              : "inset-x-0 bottom-0 max-h-[85dvh] animate-slide-up rounded-t-lg border-n6 border-t pb-[env(safe-area-inset-bottom)]",
          )}
        >
          <header className="flex h-12 shrink-0 items-center justify-between border-n6 border-b pr-2 pl-4">
            <Primitive.Title className="truncate font-semibold">{title}</Primitive.Title>
            <Primitive.Close
              aria-label={closeLabel}
              className="inline-flex size-9 items-center justify-center rounded-md text-n11 hover:bg-n4 hover:text-n12"
            >
              <X aria-hidden className="size-4" />
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
