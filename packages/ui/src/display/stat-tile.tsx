import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "../class-names";

/** One figure with its name and what it means. With `action` it says that rows stand behind it. */
export function StatTile({
  label,
  value,
  note,
  action,
  className,
}: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** A link or button whose text tells where it leads; it covers the whole tile. */
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={classNames(
        "group relative flex min-w-0 flex-col gap-1 rounded-lg border border-n6 bg-raised p-4 transition-colors",
        action && "hover:border-n8",
        className,
      )}
    >
      <span className="flex items-center justify-between text-n11 text-sm">
        {label}
        {action && (
          <ChevronRight
            aria-hidden
            className="size-4 text-n10 transition-transform group-hover:translate-x-0.5"
          />
        )}
      </span>
      <span className="font-semibold text-xl tabular-nums">{value}</span>
      {note && <span className="text-n11 text-xs">{note}</span>}
      {action && (
        <span className="[&>*]:absolute [&>*]:inset-0 [&>*]:rounded-lg [&>*]:text-[0px]">
          {action}
        </span>
      )}
    </div>
  );
}
