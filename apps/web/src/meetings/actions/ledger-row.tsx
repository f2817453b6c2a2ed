"use client";

import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import type { Action } from "../meeting";
import { meetingHref, placeOfEvidence } from "../place";
import { useMeetingWords } from "../use-meeting-words";
import { ActionForm } from "./action-form";
import { ActionVerbs } from "./action-verbs";
import { OwnerAndDue } from "./owner-and-due";
import { ActionState } from "./state-badge";

/** One action of the ledger. Its words lead to where they were said. */
export function LedgerRow({
  action,
  mayChange,
  isEditing,
  onEdit,
  onSame,
}: {
  action: Action;
  mayChange: boolean;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
  onSame: () => void;
}) {
  const t = useTranslations("actions");
  const { whenOf } = useMeetingWords();
  const { id, text, state, meeting, evidence, note } = action;
  const [first] = evidence;

  if (isEditing)
    return (
      <li className="flex border-n5 border-b px-4 py-2">
        <ActionForm action={action} names={[]} onEnd={() => onEdit(false)} />
      </li>
    );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-n5 border-b px-4 py-2 transition-colors hover:bg-n3 has-[[data-row]:focus-visible]:bg-n3">
      <div className="min-w-0 flex-1 basis-64">
        {meeting ? (
          <Link
            href={meetingHref(meeting.id, first ? placeOfEvidence(first) : {})}
            data-row={id}
            className="break-words rounded-sm font-medium hover:underline"
          >
            <Words text={text} state={state} />
          </Link>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be done with an action is done by key too.
          <p tabIndex={0} data-row={id} className="break-words rounded-sm font-medium">
            <Words text={text} state={state} />
          </p>
        )}
        <p className="text-n11 text-sm">
          <OwnerAndDue action={action} />
          {" · "}
          {meeting ? (
            <>
              <bdi>{meeting.title}</bdi>
              {meeting.beganAt && `, ${whenOf({ beganAt: meeting.beganAt, isTimeKnown: false })}`}
            </>
          ) : (
            (note ?? t("byHand"))
          )}
        </p>
      </div>
      <ActionState state={state} />
      {mayChange && <ActionVerbs action={action} onEdit={() => onEdit(true)} onSame={onSame} />}
    </li>
  );
}

function Words({ text, state }: Pick<Action, "text" | "state">) {
  return (
    <span dir="auto" className={state === "done" ? "text-n11 line-through" : undefined}>
      {text}
    </span>
  );
}
