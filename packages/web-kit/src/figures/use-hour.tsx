"use client";

import { useEffect, useState } from "react";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The hour under way, in milliseconds. It changes with the hour, so that ranges which end now go on. */
export function useHour(): number {
  const [hour, setHour] = useState(current);
  useEffect(() => {
    const timer = setInterval(() => setHour(current()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return hour;
}

function current(): number {
  return Math.floor(Date.now() / HOUR_MS) * HOUR_MS + 1;
}
