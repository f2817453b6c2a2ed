import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";

import { classNames } from "../class-names";

export type BadgeTone = NonNullable<VariantProps<typeof badgeLook>["tone"]>;

/** A short word about the state of a thing; its icon or its word carries the meaning, the colour only helps. */
export function Badge({
  tone,
  icon,
  children,
  className,
}: VariantProps<typeof badgeLook> & { icon?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <span className={classNames(badgeLook({ tone }), className)}>
      {icon}
      {children}
    </span>
  );
}

const badgeLook = cva(
  "inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-n4 text-n11",
        good: "bg-good-soft text-good",
        attention: "bg-attention-soft text-attention",
        bad: "bg-bad-soft text-bad",
        info: "bg-info-soft text-info",
        accent: "bg-accent-soft text-accent-strong",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);
