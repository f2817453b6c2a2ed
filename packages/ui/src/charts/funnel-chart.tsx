import { layFunnel } from "@besunny/charts/chart-layout";
import type { ReactNode } from "react";

/** A step of a funnel, with the link to the rows behind it. */
export type FunnelRow = { key: string; name: string; value: number | null; action?: ReactNode };

/** Steps that follow each other, each with its share of the first one and of the one before. It is a list, so it needs no table beside it. */
export function FunnelChart({
  title,
  rows,
  valueText,
  shareText,
}: {
  title: string;
  rows: readonly FunnelRow[];
  valueText: (value: number) => string;
  /** Says the share of the first step, and of the step before where there is one. */
  shareText: (ofFirst: number | null, ofBefore: number | null) => string;
}) {
  const steps = layFunnel(rows, 100);
  return (
    <ol aria-label={title} className="flex h-full flex-col gap-1 overflow-y-auto">
      {rows.map(({ key, name, action }, place) => {
        const step = steps[place];
        return (
          <li key={key} className="relative text-xs">
            <div className="flex items-baseline gap-2">
              <span className="min-w-0 truncate">{name}</span>
              <span className="ml-auto font-medium tabular-nums">
                {action ?? valueText(step?.value ?? 0)}
              </span>
              <span className="shrink-0 whitespace-nowrap text-right text-n11 tabular-nums">
                {shareText(step?.ofFirst ?? null, step?.ofBefore ?? null)}
              </span>
            </div>
            <div aria-hidden className="mt-0.5 h-2.5 rounded-sm bg-n4">
              <div
                className="h-full rounded-sm"
                style={{ width: `${step?.width ?? 0}%`, backgroundColor: "var(--series-1)" }}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
