import type { ReactNode } from "react";

/** The top line of a screen: its title and its controls. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-2 border-b bg-n1 px-4 py-1.5">
      <h1 className="mr-auto font-semibold text-lg">{title}</h1>
      {children}
    </header>
  );
}
