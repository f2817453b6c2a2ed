import {
  type Language,
  languageAsked,
  languageCookie,
  languages,
} from "@besunny/api/browser/language";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";

import sharedGerman from "../../messages/de.json";
import shared from "../../messages/en.json";
import { localeOf } from "./locale-of";

type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>;

const sharedTexts = { en: shared, de: sharedGerman };

/** An app's texts in the languages that it offers. */
type Texts = { readonly en: Messages } & { readonly [language in Language]?: Messages };

/**
 * Returns an app's next-intl configuration. Its texts are the kit's and the app's own; the app's win. The language is
 * the choice of the person. Without one it is the choice kept in this browser, else the first language that the browser asks for and the app
 * offers.
 */
export function requestConfig(texts: Texts, choiceOfPerson: () => Promise<Language | null>) {
  const offered = languages.filter((language) => texts[language]);

  return getRequestConfig(async () => {
    const asked = (await headers()).get("accept-language") ?? "";
    const kept = (await cookies()).get(languageCookie)?.value;
    const chosen = (await choiceOfPerson()) ?? kept;
    const language = offered.find((each) => each === chosen) ?? languageAsked(asked, offered);
    return {
      locale: localeOf(language, asked),
      messages: mergeMessages(sharedTexts[language], texts[language] ?? {}),
      timeZone: "UTC",
    };
  });
}

/** Merges two sets of texts, namespace by namespace; a text of the second replaces the same one of the first. */
export function mergeMessages(first: Messages, second: Messages): Messages {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...names].map((name) => [name, { ...first[name], ...second[name] }]));
}
