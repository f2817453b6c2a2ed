import { type CxOptions, cx } from "class-variance-authority";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({});

/** Joins class names; of two that contradict each other, the later one stays. */
export function classNames(...names: CxOptions): string {
  return merge(cx(names));
}
