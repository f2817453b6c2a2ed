"use client";

import { useMessages } from "next-intl";
import { type Tell, tellerOf } from "./teller-of";

const tellers = new Map<string, Tell>();

/** Returns a translator into the language of the page, for sentences that the server keeps in English, such as why a file failed. */
export function useTold(): Tell {
  const { sentences } = useMessages().told;
  const known = tellers.get(sentences);
  if (known) return known;
  const teller = tellerOf(sentencesIn(sentences));
  tellers.set(sentences, teller);
  return teller;
}

function sentencesIn(json: string): Record<string, string> {
  const read: unknown = JSON.parse(json);
  return Object.fromEntries(
    Object.entries(read ?? {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    ),
  );
}
