import type { ComponentProps } from "react";

import { classNames } from "../class-names";

/** One line of text. Give it a visible label through `Field`, or an `aria-label`. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={classNames(inputLook, "h-8 px-2.5 coarse:h-10", className)} />;
}

/** Several lines of text. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea {...rest} className={classNames(inputLook, "min-h-20 px-2.5 py-1.5", className)} />
  );
}

const inputLook =
  "w-full min-w-0 rounded-md border border-n8 bg-raised text-base text-n12 transition-colors placeholder:text-n10 hover:border-n9 disabled:opacity-55 aria-invalid:border-bad coarse:text-lg";
