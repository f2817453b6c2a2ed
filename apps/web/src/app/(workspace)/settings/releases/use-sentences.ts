"use client";

import { useTold } from "@besunny/web-kit/told/use-told";

import { sentencesOf } from "./sentences-of";

/** Returns a translator of notes and reasons that the server wrote. What people wrote stays as it is. */
export function useSentences() {
  const told = useTold();
  return (text: string) => {
    const whole = told(text);
    return whole === text ? sentencesOf(text).map(told).join(" ") : whole;
  };
}
