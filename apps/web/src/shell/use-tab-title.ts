"use client";

import { useEffect } from "react";

import { tabTitleOf } from "./tab-title";

/** Names the tab of the browser after what is on the screen now. The server names it for the first time. */
export function useTabTitle(...parts: (string | null | undefined)[]): void {
  const title = `${tabTitleOf(...parts)} · BeSunny`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
