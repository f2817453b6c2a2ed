"use client";

import { useEffect, useRef } from "react";

import { Button } from "./button";

/** The end of a list that has more. It loads more when it comes into view, or by its button for people who do not scroll. */
export function LoadMore({
  label,
  loading,
  onLoad,
}: {
  label: string;
  loading: boolean;
  onLoad: () => void;
}) {
  const end = useRef<HTMLDivElement>(null);
  const load = useRef(onLoad);
  load.current = onLoad;

  useEffect(() => {
    if (!end.current || loading) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && load.current(),
      { rootMargin: "400px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [loading]);

  return (
    <div ref={end} className="flex justify-center py-4">
      <Button variant="ghost" loading={loading} onClick={onLoad}>
        {label}
      </Button>
    </div>
  );
}
