import { ChevronRight } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

import { Sparkline } from "../charts/sparkline";
import { classNames } from "../class-names";
import { Tooltip } from "../overlays/tooltip";

/** The change of a figure. `text` is short, such as "+12 %"; `meaning` names the figure before; `tone` says if the change is good. */
export type Delta = { text: string; meaning: string; tone: "good" | "bad" | "neutral" };

const tones = { good: "text-good", bad: "text-bad", neutral: "text-n11" } as const;

/** One figure with its name, its way through time and its change. With `action` it says that rows stand behind it. */
export function StatTile({
  label,
  value,
  note,
  trend,
  delta,
  definition,
  action,
  className,
}: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** The figure's values in the order of time. */
  trend?: readonly number[] | undefined;
  delta?: Delta | null | undefined;
  /** Tells what is counted, when the action is pointed at or has the focus. */
  definition?: string;
  /** A link or button whose text tells where it leads; it covers the whole tile. */
  action?: ReactElement;
  className?: string;
}) {
  const cover = action && (
    <span className="contents [&>*]:absolute [&>*]:inset-0 [&>*]:rounded-lg [&>*]:text-[0px]">
      {definition ? <Tooltip content={definition}>{action}</Tooltip> : action}
    </span>
  );

  return (
    <div
      className={classNames(
        "group relative flex min-h-16 min-w-0 items-center gap-2 rounded-lg border border-n6 bg-raised px-3 py-1.5 transition-colors",
        action && "hover:border-n8",
        className,
      )}
    >
      <div className="min-w-0 flex-1">
        <p className="truncate text-n11 text-xs">{label}</p>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold text-lg tabular-nums">{value}</span>
          {delta && (
            <span className={classNames("text-xs tabular-nums", tones[delta.tone])}>
              {delta.text} <span className="sr-only">{delta.meaning}</span>
            </span>
          )}
          {note && <span className="text-n11 text-xs">{note}</span>}
        </p>
      </div>
      {trend && <Sparkline values={trend} className="shrink-0 text-n8 max-sm:hidden" />}
      {action && (
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-n10 transition-transform group-hover:translate-x-0.5"
        />
      )}
      {cover}
    </div>
  );
}
