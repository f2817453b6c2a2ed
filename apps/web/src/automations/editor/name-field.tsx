"use client";

import { useTranslations } from "next-intl";

/** The name of the automation, as large as a title. */
export function NameField({
  value,
  isReadOnly,
  onChange,
}: {
  value: string;
  isReadOnly: boolean;
  onChange: (name: string) => void;
}) {
  const t = useTranslations("automations");
  return (
    <input
      aria-label={t("name")}
      value={value}
      maxLength={120}
      readOnly={isReadOnly}
      placeholder={t("untitled")}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
      className="h-10 min-w-0 flex-1 basis-64 rounded-md border border-transparent bg-transparent px-2 font-semibold text-xl transition-colors -ml-2 placeholder:text-n10 hover:border-n6 focus:border-n8"
    />
  );
}
