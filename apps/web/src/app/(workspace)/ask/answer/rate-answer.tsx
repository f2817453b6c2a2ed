"use client";

import { type RatingReason, ratingReasons } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Textarea } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import type { Turn } from "../[id]/thread";

/** Thumbs up or down. Down asks for reasons, which may be left out; the same thumb again takes it back. */
export function RateAnswer({ threadId, turn }: { threadId: string; turn: Turn }) {
  const t = useTranslations("ask");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isExplaining, setIsExplaining] = useState(false);
  const rate = useMutation(
    trpc.conversations.rate.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.conversations.get.pathFilter()),
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  const isHelpful = rate.isPending ? rate.variables.isHelpful : (turn.rating?.isHelpful ?? null);
  const place = { id: threadId, turnId: turn.id };

  function press(wanted: boolean) {
    const next = isHelpful === wanted ? null : wanted;
    rate.mutate({ ...place, isHelpful: next });
    if (next === false) setIsExplaining(true);
  }

  return (
    <>
      <IconButton
        label={t("helpful")}
        icon={<ThumbsUp />}
        aria-pressed={isHelpful === true}
        onClick={() => press(true)}
      />
      <IconButton
        label={t("notHelpful")}
        icon={<ThumbsDown />}
        aria-pressed={isHelpful === false}
        onClick={() => press(false)}
      />
      <Reasons
        open={isExplaining}
        onOpenChange={setIsExplaining}
        onSend={(given) => {
          setIsExplaining(false);
          rate.mutate(
            { ...place, isHelpful: false, ...given },
            { onSuccess: () => toast.done(t("thanks")) },
          );
        }}
      />
    </>
  );
}

function Reasons({
  open,
  onOpenChange,
  onSend,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSend: (given: { reasons: RatingReason[]; note: string }) => void;
}) {
  const t = useTranslations("ask");

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = ratingReasons.filter((reason) => form.has(reason));
    onSend({ reasons: chosen, note: String(form.get("note") ?? "") });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("whyNot")}
      description={t("whyNotHint")}
      closeLabel={t("close")}
    >
      <form onSubmit={send} className="flex flex-col gap-3">
        {ratingReasons.map((reason) => (
          <span key={reason} className="flex items-center gap-2.5">
            <Checkbox id={`reason-${reason}`} name={reason} label={t(`reason_${reason}`)} />
            <label htmlFor={`reason-${reason}`}>{t(`reason_${reason}`)}</label>
          </span>
        ))}
        <Textarea name="note" aria-label={t("note")} placeholder={t("note")} maxLength={1000} />
        <Button type="submit" variant="primary" className="self-end">
          {t("send")}
        </Button>
      </form>
    </Dialog>
  );
}
