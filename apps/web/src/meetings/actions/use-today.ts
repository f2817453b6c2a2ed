"use client";

import { useEffect, useState } from "react";

import { localDay } from "~/home/days";

/** Returns the day where the person is, as `2026-01-31`; null on the server, which does not know it. */
export function useToday(): string | null {
  const [today, setToday] = useState<string | null>(null);
  useEffect(() => setToday(localDay(new Date())), []);
  return today;
}
