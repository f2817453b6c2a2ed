"use client";

import type { ReactNode } from "react";

import { PageHeader } from "~/shell/page-header";

/** The top line of a screen of figures, with its controls below it: they need more room than the line has. */
export function FiguresHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <>
      <PageHeader title={title} />
      <div className="flex flex-wrap items-center gap-2 px-4 pt-3">{children}</div>
    </>
  );
}
