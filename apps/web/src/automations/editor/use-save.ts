"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC, useTRPCClient } from "@besunny/web-kit/trpc/client";
import { type Problem, problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useLanguage } from "~/i18n/use-language";

import type { Check } from "./use-check";
import type { useEditor } from "./use-editor";

type Detail = Outputs["automations"]["get"];
export type Saving = ReturnType<typeof useSave>;

/** The automation as it was when this person began to change it. */
type Seen = { id: string; revision: number };

/** Saves the draft. If somebody else has saved since, nothing is lost: the person says whose words stay. */
export function useSave({
  seen,
  onSeen,
  editor,
  check,
}: {
  /** Null until a new automation is saved. */
  seen: Seen | null;
  onSeen: (seen: Seen) => void;
  editor: ReturnType<typeof useEditor>;
  check: Check;
}) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const language = useLanguage();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [newer, setNewer] = useState<Detail | null>(null);

  /** Puts what the server has said into the cache, for this screen and the list. */
  async function took(next: Detail) {
    onSeen({ id: next.id, revision: next.revision });
    cache.setQueryData(trpc.automations.get.queryKey({ id: next.id, language }), next);
    await cache.invalidateQueries({ queryKey: trpc.automations.list.queryKey() });
    await cache.invalidateQueries({ queryKey: trpc.automations.versions.queryKey() });
    await cache.invalidateQueries({ queryKey: trpc.automations.compare.queryKey() });
  }

  /** Returns the automation as it was saved; null if it was not. */
  async function save(over: Seen | null = seen): Promise<Detail | null> {
    const { name, definition } = editor;
    if (name.trim() === "") return refused(t("nameMissing"), t("nameMissingHint"));
    if (check.isBroken) return refused(t("notWhole"), t("notWholeHint"));
    setSaving(true);
    setProblem(null);
    try {
      const known = over && { id: over.id, revision: over.revision };
      const next = await client.automations.save.mutate({ ...known, name, definition, language });
      editor.keep({ name, definition });
      setNewer(null);
      await took(next);
      return next;
    } catch (error) {
      const said = problemOf(error);
      setProblem(said);
      if (said.code === "CONFLICT" && seen)
        setNewer(await client.automations.get.query({ id: seen.id, language }).catch(() => null));
      return null;
    } finally {
      setSaving(false);
    }
  }

  function refused(message: string, hint: string): null {
    setProblem({ message, hint, code: null, traceId: null });
    return null;
  }

  return {
    save: () => save(),
    isSaving,
    problem,
    newer,
    /** The revision that this person has seen. */
    revision: seen?.revision ?? null,
    took,
    clear: () => setProblem(null),
    /** Saves what is here over what somebody else has saved. */
    async keepMine() {
      if (newer && (await save(newer))) toast.done(t("saved"));
    },
    /** Shows what somebody else has saved. What is here goes. */
    async takeTheirs(theirs: Detail | null = newer) {
      if (!theirs) return;
      editor.take({ name: theirs.name, definition: theirs.definition });
      setNewer(null);
      setProblem(null);
      await took(theirs);
    },
  };
}
