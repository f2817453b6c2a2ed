"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** Pages under one another; only those near the view are drawn. `ratio` is height by width. */
export function PageStack({
  count,
  ratioOf,
  target,
  width,
  pageLabel,
  onVisible,
  children,
}: {
  count: number;
  ratioOf: (page: number) => number;
  /** The page to bring into view. */
  target: number | null;
  width: number;
  pageLabel: (page: number) => string;
  onVisible: (page: number) => void;
  children: (page: number) => ReactNode;
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
  }, [target]);

  return (
    <ol ref={stack} className="mx-auto flex w-max flex-col gap-4 p-4">
      {Array.from({ length: count }, (_, index) => index + 1).map((page) => (
        <li
          key={page}
          aria-label={pageLabel(page)}
          className="relative scroll-mt-4 overflow-hidden rounded-sm bg-white shadow-raised"
          style={{ width, height: width * ratioOf(page) }}
        >
          {near.has(page) && children(page)}
        </li>
      ))}
    </ol>
  );
}
