"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { usePrivacyChanged } from "../use-privacy-changed";
import type { Rule } from "./rule";
import { draftOf, type RuleDraft } from "./rule-draft";
import { RuleFields } from "./rule-fields";
import { RulePreview } from "./rule-preview";

/** Makes or changes a rule. It is saved only after the preview of what it would do. */
export function RuleDialog({ rule, onClose }: { rule: Rule | null; onClose: () => void }) {
  const t = useTranslations("retention");
  const trpc = useTRPC();
  const changed = usePrivacyChanged();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule));
  const [tried, setTried] = useState<RuleDraft | null>(null);
  const { name: _, ...conditions } = tried ?? draft;
  const preview = useInfiniteQuery(
    trpc.privacy.previewRule.infiniteQueryOptions(
      { ...conditions, ...(rule && { id: rule.id }) },
      { enabled: tried !== null, getNextPageParam: (page) => page.nextCursor, gcTime: 0 },
    ),
  );
  const ended = { onSuccess: onClose, onSettled: changed };
  const create = useMutation(trpc.privacy.createRule.mutationOptions(ended));
  const change = useMutation(trpc.privacy.changeRule.mutationOptions(ended));
  const [first] = preview.data?.pages ?? [];
  const problem = create.error ?? change.error ?? preview.error;
  const save = () => {
    if (!first || !tried) return;
    const saved = { ...tried, name: draft.name, expected: first.due };
    if (rule) change.mutate({ id: rule.id, ...saved });
    else create.mutate(saved);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={rule ? t("changeNamed", { name: rule.name }) : t("newRule")}
      description={t("ruleHint")}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            loading={tried !== null && preview.isFetching}
            onClick={() => {
              setTried(draft);
              if (tried) void preview.refetch();
            }}
          >
            {t("preview")}
          </Button>
          <Button
            variant="primary"
            loading={create.isPending || change.isPending}
            disabled={!tried || !first || !draft.name.trim()}
            onClick={save}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <RuleFields
        draft={draft}
        onChange={(next) => {
          setDraft({ ...draft, ...next });
          // Another name changes nothing of what goes.
          if (!("name" in next)) setTried(null);
        }}
      />
      {problem && (
        <div className="mt-3">
          <FormProblem problem={problemOf(problem)} />
        </div>
      )}
      {tried && first && (
        <RulePreview
          preview={first}
          items={preview.data?.pages.flatMap((page) => page.items) ?? []}
          hasMore={preview.hasNextPage}
          onMore={() => void preview.fetchNextPage()}
        />
      )}
    </Dialog>
  );
}
