"use client";

import { classNames } from "@besunny/ui/class-names";
import { Link } from "@besunny/web-kit/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { PageHeader } from "~/shell/page-header";

const sections = [
  { name: "queue", href: "/operations" },
  { name: "runs", href: "/operations/runs" },
  { name: "bulk", href: "/operations/bulk" },
] as const;

/** The title of the section and the way between its pages. */
export function OperationsHeader({ children }: { children?: ReactNode }) {
  const t = useTranslations("operations");
  const path = usePathname();
  const isHere = (href: string) =>
    href === "/operations" ? path === href : path === href || path.startsWith(`${href}/`);

  return (
    <>
      <PageHeader title={t("title")}>{children}</PageHeader>
      <nav aria-label={t("sections")} className="flex gap-4 overflow-x-auto border-b px-4">
        {sections.map(({ name, href }) => (
          <Link
            key={name}
            href={href}
            aria-current={isHere(href) ? "page" : undefined}
            className={classNames(
              "-mb-px inline-flex h-9 shrink-0 items-center border-transparent border-b-2 text-n11 transition-colors -outline-offset-2 hover:text-n12",
              isHere(href) && "border-accent font-medium text-n12",
            )}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
    </>
  );
}
