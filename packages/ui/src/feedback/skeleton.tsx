import { classNames } from "../class-names";

/** A grey shape where something will be; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("block h-4 animate-breathe rounded-sm bg-n4", className)}
    />
  );
}
