"use client";

import { useMessages } from "next-intl";
import { z } from "zod";

import { type Tell, tellerOf } from "./teller-of";

const tellers = new Map<string, Tell>();

/** Returns a translator into the language of the page, for sentences that the server keeps in English, such as why a file failed. */
export function useTold(): Tell {
  const { sentences } = useMessages().told;
  const known = tellers.get(sentences);
  if (known) return known;
  const teller = tellerOf(z.record(z.string(), z.string()).parse(JSON.parse(sentences)));
  tellers.set(sentences, teller);
  return teller;
}
