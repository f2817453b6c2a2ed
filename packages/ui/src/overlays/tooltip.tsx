"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactNode } from "react";

import { Kbd } from "../display/kbd";

/** Put it once around the app: after a first tooltip the next ones open at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Primitive.Provider delayDuration={350}>{children}</Primitive.Provider>;
}

/** Words for the one focusable child, on hover and on focus. Never the only way to learn something needed. */
export function Tooltip({
  content,
  shortcut,
  side = "top",
  children,
}: {
  content: ReactNode;
  shortcut?: string | undefined;
  side?: "top" | "right" | "bottom" | "left";
  children: ReactNode;
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-fade items-center gap-2 rounded-md bg-n12 px-2 py-1 text-n1 text-xs shadow-raised"
        >
          {content}
          {shortcut && <Kbd className="bg-n11 text-n1">{shortcut}</Kbd>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
