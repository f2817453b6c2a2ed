import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "../class-names";
import { Spinner } from "../feedback/spinner";

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Shows a turning ring and refuses clicks while the work goes on. */
    loading?: boolean;
    icon?: ReactNode;
    /** Renders the only child (a link, say) with the look of a button. */
    asChild?: boolean;
  };

/** A button with a verb on it: `primary` once a screen, `secondary` and `ghost` for the rest, `danger` for what cannot be undone. */
export function Button({
  variant,
  size,
  loading = false,
  icon,
  asChild = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  const look = classNames(buttonLook({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...rest}>
        {children}
      </Slot.Root>
    );
  }

  return (
    <button
      type="button"
      {...rest}
      className={look}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}

const buttonLook = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium transition-colors disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "bg-accent text-accent-ink hover:bg-accent-hover active:bg-accent-hover disabled:hover:bg-accent",
        secondary:
          "border border-n7 bg-raised text-n12 hover:bg-n3 active:bg-n4 disabled:hover:bg-raised",
        ghost: "text-n12 hover:bg-n4 active:bg-n5 disabled:hover:bg-transparent",
        danger: "bg-bad text-bad-ink hover:bg-bad-hover disabled:hover:bg-bad",
      },
      size: {
        sm: "h-7 px-2.5 text-sm coarse:h-9",
        md: "h-8 px-3 text-base coarse:h-10",
        lg: "h-10 px-4 text-base",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
