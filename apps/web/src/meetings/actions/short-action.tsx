"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Link } from "@besunny/web-kit/link";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Action } from "../meeting";
import { meetingHref, placeOfEvidence } from "../place";
import { OwnerAndDue } from "./owner-and-due";
import { useActionVerbs } from "./use-action-verbs";

/** An action beside much else: its words, who and until when, and the way to mark it as done. */
export function ShortAction({ action }: { action: Action & { mayChange: boolean } }) {
  const t = useTranslations("actions");
  const { complete } = useActionVerbs();
  const { text, meeting, evidence, state, mayChange } = action;
  const [first] = evidence;
  const look = `line-clamp-2 ${state === "done" ? "text-n11 line-through" : ""}`;

  return (
    <li className="flex items-start gap-2 border-n5 border-b px-4 py-2">
      <div className="min-w-0 flex-1">
        {meeting ? (
          <Link
            href={meetingHref(meeting.id, first ? placeOfEvidence(first) : {})}
            className={`${look} hover:underline`}
          >
            <bdi>{text}</bdi>
          </Link>
        ) : (
          <p className={look} dir="auto">
            {text}
          </p>
        )}
        <p className="text-n11 text-sm">
          <OwnerAndDue action={action} />
        </p>
      </div>
      {mayChange && (
        <IconButton
          label={t("completeNamed", { text })}
          icon={<CircleCheck />}
          onClick={() => complete(action)}
        />
      )}
    </li>
  );
}
