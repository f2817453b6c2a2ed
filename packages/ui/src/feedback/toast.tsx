"use client";

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Sonner, toast as sonner } from "sonner";

/** The place where toasts appear; put it once in the app. */
export function Toaster({ label }: { label: string }) {
  const { resolvedTheme } = useTheme();

  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-center"
      // The library sets a font of its own.
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={label}
      offset={16}
      mobileOffset={{ bottom: 72 }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-good" />,
        error: <CircleAlert aria-hidden className="size-4 text-bad" />,
        info: <Info aria-hidden className="size-4 text-info" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[min(22rem,calc(100vw-2rem))] items-center gap-3 rounded-lg border border-n6 bg-raised px-3 py-2.5 text-base text-n12 shadow-raised",
          content: "min-w-0 flex-1",
          description: "text-n11 text-sm",
          actionButton: "shrink-0 rounded-md px-2 py-1 font-medium text-accent-strong hover:bg-n4",
        },
      }}
    />
  );
}

/** Shows briefly that something happened; `undo` offers to undo it for eight seconds. */
export const toast = {
  done(message: string, undo?: { label: string; run: () => void }) {
    sonner.success(
      message,
      undo ? { duration: 8000, action: { label: undo.label, onClick: undo.run } } : {},
    );
  },
  failed(message: string, description?: string) {
    sonner.error(message, description ? { description, duration: 10_000 } : { duration: 10_000 });
  },
  note(message: string, action?: { label: string; run: () => void }) {
    sonner.info(message, action ? { action: { label: action.label, onClick: action.run } } : {});
  },
};
