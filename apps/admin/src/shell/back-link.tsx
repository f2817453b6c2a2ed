import { Link } from "@besunny/web-kit/link";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

/** Leads from one thing back to the list that it is in. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="flex w-full items-center gap-1.5 text-n11 text-sm hover:text-n12">
      <ArrowLeft aria-hidden className="size-4" />
      {children}
    </Link>
  );
}
