"use client";

import { useQueryStates } from "nuqs";

import { placeParsers, type Span } from "./place";

/** Returns and changes the open place in the document. The URL keeps it. */
export function usePlace() {
  const [place, setPlace] = useQueryStates(placeParsers);

  return {
    place,
    /** Goes to a page, or to words and their page; what is left out is unmarked. */
    goTo: ({ page, span }: { page?: number | null; span?: Span | null }) =>
      void setPlace({ page: page ?? null, span: span ?? null }, { history: "push" }),
    /** Marks the personal details in the text, or removes these marks. */
    markPersonal: (personal: boolean) => void setPlace({ personal }),
    showTab: (tab: "about" | "text" | "comments" | "timeline") => void setPlace({ tab }),
  };
}
