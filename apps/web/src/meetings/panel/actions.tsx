"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { ActionForm } from "../actions/action-form";
import { ActionVerbs } from "../actions/action-verbs";
import { NewAction } from "../actions/new-action";
import { OwnerAndDue } from "../actions/owner-and-due";
import { SameDialog } from "../actions/same-dialog";
import { ActionState } from "../actions/state-badge";
import type { Action, Meeting } from "../meeting";
import { usePanel } from "./panel-context";
import { PanelSection } from "./panel-section";
import { StatementButton } from "./statement-button";

/** The actions of a meeting: drafts until somebody confirms them. */
export function Actions({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("actions");
  const [isAdding, setIsAdding] = useState(false);
  const { actions, mayChange } = meeting;

  return (
    <PanelSection
      title={t("title")}
      count={actions.length}
      actions={
        mayChange && (
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setIsAdding(true)}>
            {t("new")}
          </Button>
        )
      }
    >
      {actions.length === 0 && <p className="text-n11">{t("noneHere")}</p>}
      <ul>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} />
        ))}
      </ul>
      <NewAction
        open={isAdding}
        onOpenChange={setIsAdding}
        meeting={{ id: meeting.id, names: meeting.speakers.map(({ name }) => name) }}
      />
    </PanelSection>
  );
}

function ActionLine({ action }: { action: Action }) {
  const t = useTranslations("actions");
  const { meeting, editing, edit } = usePanel();
  const [isSame, setIsSame] = useState(false);
  const { id, text, evidence, state, note } = action;

  if (editing === id)
    return (
      <li className="flex border-n5 border-b py-1 last:border-0">
        <ActionForm
          action={action}
          names={meeting.speakers.map(({ name }) => name)}
          onEnd={() => edit(null)}
        />
      </li>
    );
  return (
    <li className="border-n5 border-b py-1 last:border-0">
      <div className="flex">
        <StatementButton id={id} evidence={evidence}>
          <span className={state === "done" ? "text-n11 line-through" : undefined}>{text}</span>
        </StatementButton>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p className="min-w-0 flex-1 basis-40 text-n11 text-sm">
          <OwnerAndDue action={action} />
          {evidence.length === 0 && ` · ${note ?? t("byHand")}`}
        </p>
        <ActionState state={state} />
        {meeting.mayChange && (
          <ActionVerbs action={action} onEdit={() => edit(id)} onSame={() => setIsSame(true)} />
        )}
      </div>
      {isSame && <SameDialog action={action} onClose={() => setIsSame(false)} />}
    </li>
  );
}
