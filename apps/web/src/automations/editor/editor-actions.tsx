"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { PublishDialog } from "./publish-dialog";
import type { Check } from "./use-check";
import type { useEditor } from "./use-editor";
import type { Saving } from "./use-save";

type Detail = Outputs["automations"]["get"];

/** The buttons of the editor. Publishing saves the draft first. */
export function EditorActions({
  detail,
  editor,
  check,
  saving,
  onShowProblem,
}: {
  detail: Detail | null;
  editor: ReturnType<typeof useEditor>;
  check: Check;
  saving: Saving;
  onShowProblem: () => void;
}) {
  const t = useTranslations("automations");
  const [asked, setAsked] = useState<Detail | "problems" | null>(null);

  async function publish() {
    if (check.problems.length > 0) return setAsked("problems");
    const saved = editor.isChanged || !detail ? await saving.save() : detail;
    if (saved) setAsked(saved.problems.length > 0 ? "problems" : saved);
  }

  return (
    <>
      <IconButton
        label={t("undo")}
        icon={<Undo2 aria-hidden />}
        disabled={!editor.canUndo}
        onClick={editor.undo}
      />
      <Button
        loading={saving.isSaving}
        disabled={detail !== null && !editor.isChanged}
        onClick={() => void saving.save().then((saved) => saved && toast.done(t("saved")))}
      >
        {t(editor.isChanged || !detail ? "save" : "isSaved")}
      </Button>
      <Button variant="primary" disabled={saving.isSaving} onClick={() => void publish()}>
        {t("publish")}
      </Button>
      {asked && (
        <PublishDialog
          asked={asked}
          check={check}
          saving={saving}
          onShowProblem={() => {
            setAsked(null);
            onShowProblem();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
