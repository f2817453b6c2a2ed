"use client";

import { createContext, type ReactNode, useContext } from "react";

const Locale = createContext("en");

/** Sets the locale in which the components below write dates and numbers, such as "de-AT". */
export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <Locale value={locale}>{children}</Locale>;
}

/** Returns the locale of the page; English where nobody gave one. */
export function useLocale(): string {
  return useContext(Locale);
}
