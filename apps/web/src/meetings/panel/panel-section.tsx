import type { ReactNode } from "react";

/** A titled part of what is known of a meeting. */
export function PanelSection({
  title,
  count,
  actions,
  children,
}: {
  title: string;
  count?: number;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="border-n5 border-b px-4 py-4 last:border-0">
      <header className="mb-1.5 flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <h2 className="font-semibold">{title}</h2>
        {count !== undefined && <span className="text-n11 text-sm tabular-nums">{count}</span>}
        {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
