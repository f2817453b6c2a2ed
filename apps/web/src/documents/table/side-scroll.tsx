"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";

/** Pixels beside what has the focus. */
const ROOM = 16;

/**
 * Scrolls a table sideways whose columns need more room than its frame has. The bar stays at the lower end of the window, because the lower
 * end of a long table is far away. The rows follow the property `--shift` of the frame, so that headings can stay at the top of the window.
 */
export function SideScroll({
  frame,
  least,
}: {
  frame: RefObject<HTMLElement | null>;
  /** The width that the columns need, in rem. */
  least: number;
}) {
  const t = useTranslations("fields");
  const bar = useRef<HTMLDivElement>(null);
  const [isNeeded, setIsNeeded] = useState(false);

  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setIsNeeded(least * rem > current.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [frame, least]);

  useEffect(() => {
    const { current } = frame;
    if (!current || !isNeeded) return;
    const follow = (event: WheelEvent) => {
      const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (Math.abs(across) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
      event.preventDefault();
      bar.current?.scrollBy({ left: across });
    };
    const show = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const [own, edges] = [target.getBoundingClientRect(), current.getBoundingClientRect()];
      const beyond = Math.max(0, own.right + ROOM - edges.right);
      const before = Math.min(0, own.left - ROOM - edges.left);
      if (own.width < edges.width) bar.current?.scrollBy({ left: beyond || before });
    };
    current.addEventListener("wheel", follow, { passive: false });
    current.addEventListener("focusin", show);
    return () => {
      current.removeEventListener("wheel", follow);
      current.removeEventListener("focusin", show);
      current.style.removeProperty("--shift");
    };
  }, [frame, isNeeded]);

  if (!isNeeded) return null;
  return (
    <section
      ref={bar}
      aria-label={t("moreColumns")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll what has the focus
      tabIndex={0}
      onScroll={({ currentTarget }) =>
        frame.current?.style.setProperty("--shift", `${currentTarget.scrollLeft}px`)
      }
      className="sticky bottom-0 z-10 overflow-x-auto bg-n1"
    >
      <div style={{ width: `${least}rem` }} className="h-px" />
    </section>
  );
}
