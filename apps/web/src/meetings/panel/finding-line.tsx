"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Evidence } from "../meeting";
import { useMeetingVerbs } from "../use-meeting-verbs";
import { usePanel } from "./panel-context";
import { StatementButton } from "./statement-button";
import { TextForm } from "./text-form";

/** A sentence, a topic, a question or a tone: one click from its words, and changed or removed where it is. */
export function FindingLine({
  finding,
  before,
  below,
}: {
  finding: { id: string; text: string; evidence: Evidence[]; isCorrected: boolean };
  /** Shown before the words, such as who asked. */
  before?: ReactNode;
  below?: ReactNode;
}) {
  const t = useTranslations("meetings");
  const { meeting, editing, edit } = usePanel();
  const { rewriteFinding, removeFinding } = useMeetingVerbs(meeting);
  const { id, text, evidence, isCorrected } = finding;

  if (editing === id)
    return (
      <li className="flex">
        <TextForm
          text={text}
          onSave={(words) => rewriteFinding(id, words)}
          onEnd={() => edit(null)}
        />
      </li>
    );
  return (
    <li className="flex items-start gap-1">
      <StatementButton id={id} evidence={evidence} below={below}>
        {before}
        {text}
        {isCorrected && <span className="text-n11 text-xs"> · {t("corrected")}</span>}
      </StatementButton>
      {meeting.mayChange && (
        <Menu
          align="end"
          trigger={
            <IconButton
              label={t("statementMenu")}
              icon={<Ellipsis />}
              className="-mr-2 size-7 coarse:size-9"
            />
          }
        >
          <MenuItem icon={<Pencil />} shortcut="e" onSelect={() => edit(id)}>
            {t("edit")}
          </MenuItem>
          <MenuItem icon={<Trash2 />} shortcut="x" onSelect={() => removeFinding(id)}>
            {t("remove")}
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}
