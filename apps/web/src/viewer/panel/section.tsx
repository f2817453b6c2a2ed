import type { ReactNode } from "react";

/** A titled part of the side panel. */
export function Section({
  title,
  count,
  children,
}: {
  title: string;
  count?: number;
  children: ReactNode;
}) {
  return (
    <section>
      <h2 className="mb-1.5 flex items-baseline gap-2 font-medium text-n11 text-xs">
        {title}
        {count !== undefined && <span className="tabular-nums">{count}</span>}
      </h2>
      {children}
    </section>
  );
}
