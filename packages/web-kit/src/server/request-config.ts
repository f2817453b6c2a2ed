import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";

import shared from "../../messages/en.json";
import { englishOf } from "./english-of";

type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Returns an app's next-intl configuration. Its texts are the kit's and the app's own; the app's win. */
export function requestConfig(messages: Messages) {
  return getRequestConfig(async () => ({
    locale: englishOf((await headers()).get("accept-language") ?? ""),
    messages: mergeMessages(shared, messages),
    timeZone: "UTC",
  }));
}

/** Merges two sets of texts, namespace by namespace; a text of the second replaces the same one of the first. */
export function mergeMessages(first: Messages, second: Messages): Messages {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...names].map((name) => [name, { ...first[name], ...second[name] }]));
}
