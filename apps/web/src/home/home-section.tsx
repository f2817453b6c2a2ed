import { Link } from "@besunny/web-kit/link";
import type { ReactNode } from "react";

/** A titled list. `count` is the number of all that stand behind it. */
export function HomeSection({
  title,
  count,
  href,
  more,
  isList = true,
  children,
}: {
  title: string;
  count?: number;
  href?: string;
  more?: string;
  /** False where the content is no lines of a list. */
  isList?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <header className="flex items-baseline gap-2 border-b px-4 pb-2">
        <h2 className="font-semibold">{title}</h2>
        {count !== undefined && <span className="text-n11 text-sm tabular-nums">{count}</span>}
        {href && more && (
          <Link href={href} className="ml-auto text-accent-strong text-sm hover:underline">
            {more}
          </Link>
        )}
      </header>
      {isList ? <ul>{children}</ul> : children}
    </section>
  );
}

/** One line of a list that ends with what can be done. */
export function HomeLine({ children, action }: { children: ReactNode; action: ReactNode }) {
  return (
    <li className="flex min-h-11 items-center gap-3 border-n5 border-b px-4 py-1.5">
      <div className="min-w-0 flex-1 truncate">{children}</div>
      {action}
    </li>
  );
}
