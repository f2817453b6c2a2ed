"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Textarea } from "@besunny/ui/fields/input";
import { CornerDownLeft, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";

export function AskBox({
  question,
  isWriting,
  onAsk,
  onStop,
}: {
  question: string;
  isWriting: boolean;
  onAsk: (question: string) => void;
  onStop: () => void;
}) {
  const t = useTranslations("ask");
  const form = useRef<HTMLFormElement>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onAsk(String(new FormData(event.currentTarget).get("question") ?? "").trim());
  }

  return (
    <form ref={form} onSubmit={submit} className="relative mt-2">
      <Textarea
        key={question}
        name="question"
        aria-label={t("box")}
        placeholder={t("box")}
        defaultValue={question}
        autoFocus={question === ""}
        rows={2}
        minLength={2}
        maxLength={2000}
        required
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          form.current?.requestSubmit();
        }}
        className="resize-none rounded-lg px-3.5 py-2.5 pr-24 text-lg"
      />
      <span className="absolute right-2.5 bottom-3.5">
        {isWriting ? (
          <Button size="sm" icon={<Square aria-hidden />} onClick={onStop}>
            {t("stop")}
          </Button>
        ) : (
          <Button size="sm" type="submit" variant="primary" icon={<CornerDownLeft aria-hidden />}>
            {t("submit")}
          </Button>
        )}
      </span>
    </form>
  );
}
