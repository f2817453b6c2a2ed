"use client";

import { Input } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";

/** The title of a conversation, or the field to write another one. */
export function ThreadTitle({
  title,
  isEditing,
  onEnd,
}: {
  title: string;
  isEditing: boolean;
  /** Null if nothing is to change. */
  onEnd: (title: string | null) => void;
}) {
  const t = useTranslations("ask");
  if (!isEditing) return <bdi>{title}</bdi>;
  return (
    <Input
      aria-label={t("threadName")}
      defaultValue={title}
      maxLength={200}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => onEnd(event.currentTarget.value.trim() || null)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") onEnd(null);
      }}
      className="max-w-md font-normal"
    />
  );
}
