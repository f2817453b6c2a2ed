"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Textarea } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useState } from "react";

import { useDraft } from "~/drafts/use-draft";

import { mentionedIn, suggested, withMention } from "./mentions";
import type { MentionedPerson } from "./use-comment-verbs";

type Words = { text: string; mentionedIds: string[] };

/** The field of a comment. `@` offers the people who see the document; Ctrl or ⌘ with Enter sends. */
export function CommentForm({
  people,
  label,
  submit,
  initial = "",
  draftKey,
  onSubmit,
  onCancel,
}: {
  people: readonly MentionedPerson[];
  label: string;
  submit: string;
  initial?: string;
  /** Names the field whose words the tab keeps over a reload; without it none are kept. */
  draftKey?: string;
  onSubmit: (words: Words) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const t = useTranslations("comments");
  const [text, setText] = useState(initial);
  const [cursor, setCursor] = useState(initial.length);
  const draft = useDraft(`comment.${draftKey ?? ""}`);
  // The server knows no drafts, so the field is empty at first.
  useEffect(() => {
    if (draftKey) setText((typed) => typed || draft.read());
  }, [draftKey, draft]);
  const [isBusy, setIsBusy] = useState(false);
  const offered = suggested(text.slice(0, cursor), people);

  function choose(person: MentionedPerson) {
    const next = withMention(text, cursor, person);
    setText(next);
    setCursor(next.length);
  }

  async function send() {
    if (!text.trim() || isBusy) return;
    setIsBusy(true);
    try {
      await onSubmit({ text, mentionedIds: mentionedIn(text, people) });
      setText("");
      if (draftKey) draft.write("");
    } catch {
      // The verb has shown why; the words stay.
    } finally {
      setIsBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const [first] = offered;
    if (first && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      choose(first);
    }
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void send();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        aria-label={label}
        placeholder={t("hint")}
        value={text}
        maxLength={4000}
        onChange={({ target }) => {
          setText(target.value);
          if (draftKey) draft.write(target.value);
          setCursor(target.selectionStart);
        }}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <ul aria-label={t("people")} className="mt-1 flex flex-wrap gap-1">
          {offered.map((person) => (
            <li key={person.userId}>
              <Button size="sm" onClick={() => choose(person)}>
                @{person.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2 flex justify-end gap-2">
        {onCancel && (
          <Button variant="ghost" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
        <Button type="submit" variant="primary" disabled={!text.trim()} loading={isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
