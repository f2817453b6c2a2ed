import Link from "next/link";
import type { ReactNode } from "react";

/** A titled list with the number of all that stand behind it. */
export function HomeSection({
  title,
  count,
  href,
  more,
  children,
}: {
  title: string;
  count: number;
  href: string;
  more: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <header className="flex items-baseline gap-2 border-b px-4 pb-2">
        <h2 className="font-semibold">{title}</h2>
        <span className="text-n11 text-sm tabular-nums">{count}</span>
        <Link href={href} className="ml-auto text-accent-strong text-sm hover:underline">
          {more}
        </Link>
      </header>
      <ul>{children}</ul>
    </section>
  );
}
