"use client";

import { useQueryStates } from "nuqs";

import { jump } from "./jumps";
import { placeParsers, type Span, type Tab } from "./place";

/** Returns and changes the open place in the document. The URL keeps it. */
export function usePlace() {
  const [place, setPlace] = useQueryStates(placeParsers);

  return {
    place,
    /** Goes to a page, or to words and their page; what is left out is unmarked. */
    goTo({ page, span }: { page?: number | null; span?: Span | null }) {
      jump();
      void setPlace({ page: page ?? null, span: span ?? null }, { history: "push" });
    },
    /** Goes to a page. The browser's history does not remember it. */
    turnTo(page: number) {
      jump();
      void setPlace({ page, span: null });
    },
    /** Removes the mark. The page stays. */
    unmark: () => void setPlace({ span: null }),
    /** Marks the personal details in the text, or removes these marks. */
    markPersonal: (personal: boolean) => void setPlace({ personal }),
    showTab: (tab: Tab) => void setPlace({ tab }),
  };
}
