"use client";

import { useEffect, useState } from "react";

/** Seconds that are left of a wait, and a function that begins one; 0 when there is none. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (until === 0) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);

  return [
    left,
    (seconds) => {
      setLeft(Math.ceil(seconds));
      setUntil(Date.now() + seconds * 1000);
    },
  ];
}
