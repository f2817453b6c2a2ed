"use client";

import { useTranslations } from "next-intl";

const known = [
  "UNSUPPORTED_TYPE",
  "TOO_LARGE",
  "ENCRYPTED",
  "CORRUPT",
  "EMPTY",
  "NO_TRANSCRIPTION",
  "TIMEOUT",
  "QUOTA_EXCEEDED",
  "PROVIDER_UNAVAILABLE",
  "STORAGE_FULL",
  "INTERNAL",
] as const;

/** Returns the plain words for the code of a failure. */
export function useReason(): (code: string) => string {
  const t = useTranslations("reasons");
  return (code) => {
    const name = known.find((each) => each === code);
    return name ? t(name) : t("other", { code });
  };
}
