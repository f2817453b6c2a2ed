"use client";

import { presetRange } from "@besunny/api/browser/figures";
import { useQueryStates } from "nuqs";
import { useEffect, useMemo, useState } from "react";
import { useShell } from "~/shell/shell-context";

import { boardParsers } from "./place";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The range, the zone and the comparison of a page of figures. Days begin in the time zone of the person. */
export function useBoardPlace() {
  const [place, setPlace] = useQueryStates(boardParsers, { history: "push" });
  const { session } = useShell();
  const timeZone = session.user.timeZone ?? "UTC";
  const hour = useHour();
  const { from, to } = useMemo(
    () => presetRange(place.range, timeZone, new Date(hour)),
    [place.range, timeZone, hour],
  );
  return { ...place, setPlace, timeZone, from, to };
}

export type BoardPlace = ReturnType<typeof useBoardPlace>;

/** The hour under way: a range that ends now stays the same for as long. */
function useHour(): number {
  const [hour, setHour] = useState(currentHour);
  useEffect(() => {
    const timer = setInterval(() => setHour(currentHour()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return hour;
}

function currentHour(): number {
  return Math.floor(Date.now() / HOUR_MS) * HOUR_MS + 1;
}
