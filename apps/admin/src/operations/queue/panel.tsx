import type { ReactNode } from "react";

/** A part of the page with its title and what it means. */
export function Panel({
  title,
  definition,
  children,
}: {
  title: string;
  definition: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="min-w-0">
      <header className="px-4 pb-2">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-n11 text-xs">{definition}</p>
      </header>
      {children}
    </section>
  );
}
