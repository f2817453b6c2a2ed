"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";

import type { Meeting } from "../meeting";
import { useMeetingVerbs } from "../use-meeting-verbs";
import { useMeetingWords } from "../use-meeting-words";

/** Asks which meeting this one goes on, where a call broke off and was taken up again. */
export function JoinDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const { whenOf } = useMeetingWords();
  const { joinInto, isBusy } = useMeetingVerbs(meeting);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const words = useDeferredValue(typed.trim());
  const found = useQuery(
    trpc.meetings.list.queryOptions(
      { limit: 20, ...(words && { words }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const others = (found.data?.items ?? []).filter(({ id }) => id !== meeting.id);

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("joinTitle")}
      description={t("joinHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabled={!chosen}
            loading={isBusy}
            onClick={() => chosen && joinInto(chosen, onClose)}
          >
            {t("join")}
          </Button>
        </>
      }
    >
      <Input
        type="search"
        className="mt-1"
        autoFocus
        aria-label={t("find")}
        placeholder={t("find")}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <fieldset className="mt-3 flex flex-col">
        <legend className="sr-only">{t("joinTitle")}</legend>
        {others.map((other) => (
          <label
            key={other.id}
            className="-mx-2 flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 hover:bg-n4 has-[:checked]:bg-accent-soft"
          >
            <input
              type="radio"
              name="into"
              value={other.id}
              checked={chosen === other.id}
              onChange={() => setChosen(other.id)}
            />
            <bdi className="min-w-0 flex-1 truncate">{other.title}</bdi>
            <span className="text-n11 text-xs tabular-nums">{whenOf(other)}</span>
          </label>
        ))}
        {found.data && others.length === 0 && <p className="text-n11">{t("noneFit")}</p>}
      </fieldset>
    </Dialog>
  );
}
