"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Textarea } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

/** Changes the words of a statement where it is. Enter saves, Escape leaves them. */
export function TextForm({
  text,
  onSave,
  onEnd,
}: {
  text: string;
  onSave: (text: string) => void;
  onEnd: () => void;
}) {
  const t = useTranslations("meetings");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get("text") ?? "").trim();
    if (given && given !== text) onSave(given);
    onEnd();
  }

  return (
    <form onSubmit={submit} className="flex min-w-0 flex-1 flex-col gap-2 py-1">
      <Textarea
        name="text"
        aria-label={t("words")}
        defaultValue={text}
        maxLength={2_000}
        required
        autoFocus
        onFocus={({ currentTarget }) =>
          currentTarget.setSelectionRange(currentTarget.value.length, currentTarget.value.length)
        }
        onKeyDown={(event) => {
          if (event.key === "Escape") onEnd();
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="flex gap-2">
        <Button size="sm" type="submit" variant="primary">
          {t("save")}
        </Button>
        <Button size="sm" variant="ghost" onClick={onEnd}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
