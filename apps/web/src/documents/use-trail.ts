"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";

import { keepTrail } from "./trail";

/** Keeps the list on this screen as the way back from its documents. */
export function useTrail(title: string, ids: readonly string[]): void {
  const path = usePathname();
  const search = useSearchParams().toString();
  const list = ids.join(" ");

  useEffect(() => {
    if (list) keepTrail({ href: search ? `${path}?${search}` : path, title, ids: list.split(" ") });
  }, [path, search, title, list]);
}
