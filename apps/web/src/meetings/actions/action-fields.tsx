"use client";

import { Input, Textarea } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Action } from "../meeting";
import { chosenOwner, NOBODY, OTHER, ownerChoices, valueOfOwner } from "./owner-choice";

export type GivenAction = {
  text: string;
  owner: { userId: string } | { name: string } | null;
  dueOn: string | null;
};

/** The fields of an action: its words, its owner and its day. `names` are people who are no members, such as the speakers of a meeting. */
export function useActionFields(action: Action | null, names: readonly string[]) {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const members = useQuery(trpc.members.list.queryOptions({})).data?.items ?? [];
  const [text, setText] = useState(action?.text ?? "");
  const [owner, setOwner] = useState(valueOfOwner(action?.owner ?? null));
  const [other, setOther] = useState("");
  const [due, setDue] = useState(action?.due?.on ?? "");

  return {
    given: (): GivenAction => ({
      text: text.trim(),
      owner: chosenOwner(owner, other),
      dueOn: due || null,
    }),
    isOwnerChanged: owner !== valueOfOwner(action?.owner ?? null),
    clear() {
      setText("");
      setDue("");
    },
    fields: (
      <>
        <Textarea
          aria-label={t("text")}
          placeholder={t("textHint")}
          value={text}
          maxLength={2_000}
          required
          autoFocus
          className="min-h-14"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <div className="flex flex-wrap gap-2">
          <Select
            label={t("owner")}
            value={owner}
            options={[
              { value: NOBODY, label: t("nobody") },
              ...ownerChoices(members, names, action?.owner ?? null),
              { value: OTHER, label: t("otherOwner") },
            ]}
            onChange={setOwner}
            className="max-w-48"
          />
          {owner === OTHER && (
            <Input
              aria-label={t("ownerName")}
              placeholder={t("ownerName")}
              value={other}
              maxLength={120}
              required
              className="w-40"
              onChange={({ currentTarget }) => setOther(currentTarget.value)}
            />
          )}
          <Input
            type="date"
            aria-label={t("due")}
            value={due}
            className="w-40"
            onChange={({ currentTarget }) => setDue(currentTarget.value)}
          />
        </div>
      </>
    ),
  };
}
