"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

import { type PageView, sizeOfPage } from "./page-view";
import type { Target } from "./pages-props";

/** Pages under one another; only those near the view are drawn. `ratio` is height by width. */
export function PageStack({
  count,
  ratioOf,
  target: { page: target, jump },
  view,
  pageLabel,
  onVisible,
  children,
}: {
  count: number;
  ratioOf: (page: number) => number;
  target: Target;
  view: PageView;
  pageLabel: (page: number) => string;
  onVisible: (page: number) => void;
  /** Draws a page of this width, not turned. */
  children: (page: number, width: number) => ReactNode;
}) {
  const stack = useRef<HTMLOListElement>(null);
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([target ?? 1]));
  const report = useRef(onVisible);
  report.current = onVisible;

  useEffect(() => {
    // The pane that scrolls; react-pdf puts an element of its own in between.
    const root = stack.current?.closest("section") ?? null;
    const pages = [...(stack.current?.children ?? [])];
    const drawer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const next = new Set(before);
          for (const { target: page, isIntersecting } of entries) {
            const number = pages.indexOf(page) + 1;
            isIntersecting ? next.add(number) : next.delete(number);
          }
          return next;
        }),
      { root, rootMargin: "1200px 0px" },
    );
    // While pages have no size yet several share the middle; the first that stays there is the one being read.
    const inMiddle = new Set<number>();
    const reader = new IntersectionObserver(
      (entries) => {
        for (const { target: page, isIntersecting } of entries) {
          const number = pages.indexOf(page) + 1;
          isIntersecting ? inMiddle.add(number) : inMiddle.delete(number);
        }
        if (inMiddle.size > 0) report.current(Math.min(...inMiddle));
      },
      { root, rootMargin: "-45% 0px -45% 0px" },
    );
    for (const page of pages) {
      drawer.observe(page);
      reader.observe(page);
    }
    return () => {
      drawer.disconnect();
      reader.disconnect();
    };
  }, [count]);

  useEffect(() => {
    if (target) stack.current?.children[target - 1]?.scrollIntoView({ block: "start" });
  }, [target, jump]);

  return (
    <ol ref={stack} className="mx-auto flex w-max flex-col items-center gap-4 p-4">
      {Array.from({ length: count }, (_, index) => index + 1).map((page) => {
        const { outer, inner } = sizeOfPage(view, ratioOf(page));
        return (
          <li
            key={page}
            aria-label={pageLabel(page)}
            className="relative scroll-mt-4 overflow-hidden rounded-sm bg-white shadow-raised"
            style={outer}
          >
            <div
              className="absolute top-1/2 left-1/2"
              style={{
                ...inner,
                transform: `translate(-50%, -50%) rotate(${view.rotation}deg)`,
              }}
            >
              {near.has(page) && children(page, inner.width)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
