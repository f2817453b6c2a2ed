"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Textarea } from "@besunny/ui/fields/input";
import { CornerDownLeft, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";

import { useDraft } from "~/drafts/use-draft";

/** The box for a question. Enter asks; Shift and Enter begin a new line. */
export function AskBox({
  question = "",
  draftKey,
  label,
  isWriting,
  onAsk,
  onStop,
}: {
  question?: string;
  /** Names the box whose words the tab keeps over a reload; without it none are kept. */
  draftKey?: string;
  /** The name of the box where it is not the first question. */
  label?: string;
  isWriting: boolean;
  onAsk: (question: string) => void;
  /** Without it a question that is asked cannot be stopped yet. */
  onStop?: () => void;
}) {
  const t = useTranslations("ask");
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`ask.${draftKey ?? ""}`);
  const isKept = draftKey !== undefined && question === "";
  useEffect(() => {
    if (isKept && field.current?.value === "") field.current.value = draft.read();
  }, [isKept, draft]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isWriting) return;
    const asked = String(new FormData(event.currentTarget).get("question") ?? "").trim();
    if (asked.length < 2) return;
    event.currentTarget.reset();
    if (isKept) draft.write("");
    onAsk(asked);
  }

  return (
    <form ref={form} onSubmit={submit} className="relative">
      <Textarea
        key={question}
        ref={field}
        onInput={(event) => isKept && draft.write(event.currentTarget.value)}
        name="question"
        dir="auto"
        aria-label={label ?? t("box")}
        placeholder={label ?? t("box")}
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
        {isWriting && onStop ? (
          <Button size="sm" icon={<Square aria-hidden />} onClick={onStop}>
            {t("stop")}
          </Button>
        ) : (
          <Button
            size="sm"
            type="submit"
            variant="primary"
            loading={isWriting}
            icon={<CornerDownLeft aria-hidden />}
          >
            {t("submit")}
          </Button>
        )}
      </span>
    </form>
  );
}
