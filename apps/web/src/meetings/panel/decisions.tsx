"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { Check, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { Contradiction } from "../decisions/contradiction";
import { DecisionState } from "../decisions/decision-state";
import { useDecisionVerbs } from "../decisions/use-decision-verbs";
import type { Decision, Meeting } from "../meeting";
import { usePanel } from "./panel-context";
import { PanelSection } from "./panel-section";
import { StatementButton } from "./statement-button";
import { TextForm } from "./text-form";

/** The decisions of a meeting, by the words that say so. */
export function Decisions({ meeting: { decisions } }: { meeting: Meeting }) {
  const t = useTranslations("decisions");
  return (
    <PanelSection title={t("title")} count={decisions.length}>
      {decisions.length === 0 && <p className="text-n11">{t("noneHere")}</p>}
      <ul>
        {decisions.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ul>
    </PanelSection>
  );
}

function DecisionLine({ decision }: { decision: Decision }) {
  const t = useTranslations("decisions");
  const { meeting, editing, edit } = usePanel();
  const verbs = useDecisionVerbs();
  const { id, text, by, state, evidence, isConfirmed } = decision;

  if (editing === id)
    return (
      <li className="flex">
        <TextForm
          text={text}
          onSave={(words) => verbs.rewrite(id, words)}
          onEnd={() => edit(null)}
        />
      </li>
    );
  return (
    <li className="border-n5 border-b py-1 last:border-0">
      <div className="flex">
        <StatementButton id={id} evidence={evidence}>
          {text}
        </StatementButton>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p className="min-w-0 flex-1 basis-24 text-n11 text-sm">
          {[by, isConfirmed && t("confirmed")].filter(Boolean).join(" · ")}
        </p>
        <DecisionState state={state} />
        {meeting.mayChange && (
          <div className="flex shrink-0 items-center gap-1">
            {!isConfirmed && (
              <Button
                size="sm"
                icon={<Check aria-hidden />}
                aria-label={t("confirmNamed", { text })}
                onClick={() => verbs.confirm(id)}
              >
                {t("confirm")}
              </Button>
            )}
            <Menu align="end" trigger={<IconButton label={t("menu")} icon={<Ellipsis />} />}>
              <MenuItem icon={<Pencil />} shortcut="e" onSelect={() => edit(id)}>
                {t("edit")}
              </MenuItem>
              <MenuItem icon={<Trash2 />} shortcut="x" onSelect={() => verbs.remove(id)}>
                {t("remove")}
              </MenuItem>
            </Menu>
          </div>
        )}
      </div>
      {state === "reopened" && <Contradiction decision={decision} mayChange={meeting.mayChange} />}
    </li>
  );
}
