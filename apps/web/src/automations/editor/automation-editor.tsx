"use client";

import type { Definition } from "@besunny/rules/definition";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Tabs } from "@besunny/ui/layout/tabs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useState } from "react";

import { useLanguage } from "~/i18n/use-language";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { FieldOptionsProvider } from "../conditions/field-options";
import { spotOf } from "../definition/problems-at";
import { AutomationMenu } from "../list/automation-menu";
import { StateBadge } from "../list/state-badge";
import { Outline } from "../outline/outline";
import { Rehearsals } from "../rehearsals/rehearsals";
import { Runs } from "../runs/runs";
import { EditingProvider, keyOfPart, type Selected } from "./editing";
import { EditorActions } from "./editor-actions";
import { focusLater } from "./focus-later";
import { NameField } from "./name-field";
import { SaveNotice } from "./save-notice";
import { Sentence } from "./sentence";
import { useCheck } from "./use-check";
import { useEditor } from "./use-editor";
import { useSave } from "./use-save";
import { Versions } from "./versions";

const Canvas = dynamic(() => import("../canvas/canvas").then((module) => module.Canvas), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

const tabs = ["steps", "canvas", "rehearsal", "runs", "versions"] as const;

/** The editor of an automation. A new one is made by its first save, and the screen stays. */
export function AutomationEditor({
  known = null,
  first,
}: {
  known?: { id: string; revision: number } | null;
  first: { name: string; definition: Definition };
}) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const language = useLanguage();
  const [seen, setSeen] = useState(known);
  const id = seen?.id ?? "";
  const { data: detail = null } = useQuery(
    trpc.automations.get.queryOptions({ id, language }, { enabled: seen !== null }),
  );
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("steps"));
  const [selected, select] = useState<Selected>(known ? null : "trigger");
  const editor = useEditor(first);
  const { name, definition, change } = editor;
  const check = useCheck(definition, {
    sentence: detail?.sentence ?? "",
    problems: detail?.problems ?? [],
  });
  const saving = useSave({
    seen,
    editor,
    check,
    onSeen(next) {
      setSeen(next);
      if (!seen) window.history.replaceState(null, "", `/automations/${next.id}`);
    },
  });
  const isReadOnly = detail !== null && !detail.mayChange;
  useWarnBeforeLeaving(editor.isChanged);
  useScreenKeys(
    t("title"),
    [
      { keys: ["mod", "S"], does: t("keySave") },
      { keys: ["mod", "Z"], does: t("keyUndo") },
      { keys: ["A"], does: t("keyAdd") },
      { keys: ["Alt", "↑ ↓"], does: t("keyMove") },
      { keys: ["Del"], does: t("keyRemove") },
    ],
    {
      "mod+s": () => {
        if (!isReadOnly) void saving.save();
      },
      ...(editor.canUndo && !isWriting() && { "mod+z": editor.undo }),
    },
  );

  /** Opens the part with the first problem, in the list: it has a place for each. */
  function showProblem() {
    const [problem] = check.problems;
    if (!problem) return;
    const spot = spotOf(problem, definition);
    const part: Selected = spot === "start" ? null : spot;
    if (tab !== "steps" && tab !== "canvas") void setTab("steps");
    select(part);
    if (part) focusLater(keyOfPart(part));
  }

  return (
    <>
      <PageHeader
        title={name || t("untitled")}
        trail={[{ href: "/automations", name: t("title") }]}
        isSearchHidden
        actions={
          <>
            {!isReadOnly && (
              <EditorActions
                detail={detail}
                editor={editor}
                check={check}
                saving={saving}
                onShowProblem={showProblem}
              />
            )}
            {detail && (
              <AutomationMenu
                automation={detail}
                onChanged={({ revision }) => {
                  // A draft that others have saved meanwhile is still reported when this one is saved.
                  if (seen && revision === seen.revision + 1) setSeen({ ...seen, revision });
                }}
              />
            )}
          </>
        }
      />
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4 has-[[data-wide]]:max-w-7xl">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <NameField value={name} isReadOnly={isReadOnly} onChange={editor.setName} />
          {detail && <StateBadge automation={detail} />}
        </div>
        <SaveNotice saving={saving} />
        <Sentence check={check} onShowProblem={showProblem} />
        <FieldOptionsProvider>
          <EditingProvider
            value={{ definition, problems: check.problems, selected, isReadOnly, change, select }}
          >
            <Tabs
              label={t("views")}
              value={tab}
              onChange={(next) => void setTab(tabs.find((each) => each === next) ?? "steps")}
              listClassName="mb-4"
              tabs={[
                { value: "steps", label: t("tab_steps"), content: <Outline /> },
                {
                  value: "canvas",
                  label: t("tab_canvas"),
                  content: <Canvas automationId={detail?.id ?? null} />,
                },
                ...(detail
                  ? [
                      {
                        value: "rehearsal",
                        label: t("tab_rehearsal"),
                        content: (
                          <Rehearsals
                            detail={detail}
                            onSave={async () => (editor.isChanged ? saving.save() : detail)}
                          />
                        ),
                      },
                      {
                        value: "runs",
                        label: t("tab_runs"),
                        content: <Runs automationId={detail.id} mayChange={detail.mayChange} />,
                      },
                      {
                        value: "versions",
                        label: t("tab_versions"),
                        content: (
                          <Versions detail={detail} saving={saving} isReadOnly={isReadOnly} />
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </EditingProvider>
        </FieldOptionsProvider>
      </div>
    </>
  );
}

/** In a box of text the browser takes back its own letters. */
function isWriting(): boolean {
  return (
    typeof document !== "undefined" &&
    /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")
  );
}

function useWarnBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);
}
