"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { ChevronLeft, ChevronRight, Lock, Pencil, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { AnswerActions } from "../answer/answer-actions";
import { AnswerView } from "../answer/answer-view";
import { NotFoundView } from "../answer/not-found-view";
import { UnderstoodLine } from "../answer/understood-line";
import { AskBox } from "../ask-box";
import type { Turn } from "./thread";

/** A question with its answer, as they are stored. */
export function TurnView({
  threadId,
  turn,
  versions,
  mayAsk,
  chosen,
  onHover,
  onChoose,
  onEdit,
}: {
  threadId: string;
  turn: Turn;
  versions: Turn[];
  mayAsk: boolean;
  chosen: number | null;
  onHover: (n: number | null) => void;
  onChoose: (version: Turn) => void;
  onEdit: (question: string) => void;
}) {
  const t = useTranslations("ask");
  /** The words of the question that is being changed; null if none is. */
  const [draft, setDraft] = useState<string | null>(null);
  const { question, state, outcome, hidden } = turn;

  return (
    <li onMouseEnter={() => onHover(null)} onFocusCapture={() => onHover(null)}>
      {draft !== null ? (
        <div className="flex flex-col items-start gap-2">
          <AskBox
            question={draft}
            label={t("edit")}
            isWriting={false}
            onAsk={(next) => {
              setDraft(null);
              onEdit(next);
            }}
          />
          <Button size="sm" variant="ghost" onClick={() => setDraft(null)}>
            {t("cancel")}
          </Button>
        </div>
      ) : (
        <Question text={question ?? t("hiddenQuestion")}>
          {versions.length > 1 && <Versions turn={turn} versions={versions} onChoose={onChoose} />}
          {mayAsk && question !== null && (
            <IconButton label={t("edit")} icon={<Pencil />} onClick={() => setDraft(question)} />
          )}
        </Question>
      )}
      {outcome?.understood && (
        <UnderstoodLine
          understood={outcome.understood}
          asked={question}
          onMend={mayAsk ? setDraft : null}
        />
      )}
      {hidden && <HiddenAnswer count={hidden.unseenDocuments} />}
      {!hidden && outcome && !outcome.found && <NotFoundView text={turn.text} outcome={outcome} />}
      {!hidden && outcome?.found !== false && (turn.text !== "" || state === "writing") && (
        <AnswerView
          text={turn.text}
          outcome={outcome}
          isWriting={state === "writing"}
          chosen={chosen}
          onHover={onHover}
        />
      )}
      {!hidden && (state === "stopped" || state === "failed") && (
        <p className="mt-3 flex flex-wrap items-center gap-3 text-n11">
          {t(state === "stopped" ? "stopped" : "brokeOff")}
          {mayAsk && question !== null && (
            <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={() => onEdit(question)}>
              {t("askAgain")}
            </Button>
          )}
        </p>
      )}
      {!hidden && outcome && (
        <AnswerActions threadId={threadId} turn={turn} outcome={outcome} onHover={onHover} />
      )}
    </li>
  );
}

/** The words of a question, with what can be done with it. */
export function Question({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <div className="group flex items-start justify-between gap-2">
      <h2 dir="auto" className="min-w-0 whitespace-pre-line break-words font-semibold text-lg">
        {text}
      </h2>
      <span className="flex shrink-0 items-center">{children}</span>
    </div>
  );
}

function Versions({
  turn,
  versions,
  onChoose,
}: {
  turn: Turn;
  versions: Turn[];
  onChoose: (version: Turn) => void;
}) {
  const t = useTranslations("ask");
  const place = versions.findIndex(({ id }) => id === turn.id);
  const [before, after] = [versions[place - 1], versions[place + 1]];
  return (
    <>
      <IconButton
        label={t("olderVersion")}
        icon={<ChevronLeft />}
        disabled={!before}
        onClick={() => before && onChoose(before)}
      />
      <span className="text-n11 text-xs tabular-nums">
        {t("version", { n: place + 1, count: versions.length })}
      </span>
      <IconButton
        label={t("newerVersion")}
        icon={<ChevronRight />}
        disabled={!after}
        onClick={() => after && onChoose(after)}
      />
    </>
  );
}

function HiddenAnswer({ count }: { count: number }) {
  const t = useTranslations("ask");
  return (
    <p className="mt-3 flex items-start gap-2.5 rounded-md bg-n3 px-3 py-2.5 text-n11">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t("hiddenAnswer", { count })}
    </p>
  );
}
