"use client";

import type { ComponentProps, ReactNode } from "react";

import { classNames } from "../class-names";
import { Spinner } from "../feedback/spinner";
import { Tooltip } from "../overlays/tooltip";

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** The action of the button, as its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string | undefined;
  loading?: boolean;
  tooltipSide?: "top" | "right" | "bottom" | "left";
};

/** A square button with an icon, never without words: the label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  shortcut,
  loading = false,
  tooltipSide = "top",
  className,
  disabled,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-busy={loading || undefined}
        disabled={disabled || loading}
        className={classNames(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-n11 transition-colors hover:bg-n4 hover:text-n12 active:bg-n5 disabled:opacity-45 disabled:hover:bg-transparent aria-pressed:bg-n5 aria-pressed:text-n12 coarse:size-10 [&_svg]:size-4",
          className,
        )}
      >
        {loading ? <Spinner /> : icon}
      </button>
    </Tooltip>
  );
}
