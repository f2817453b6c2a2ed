import type { ReactNode } from "react";
import { Link } from "../link";

/** A link from one page of the entry to another. */
export function EntryLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium text-accent-strong underline underline-offset-2">
      {children}
    </Link>
  );
}
