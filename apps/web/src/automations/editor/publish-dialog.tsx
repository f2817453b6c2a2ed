"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useLanguage } from "~/i18n/use-language";

import { NewestRehearsal } from "../rehearsals/newest-rehearsal";
import { useProblemWords } from "../words/use-problem-words";
import type { Check } from "./use-check";
import type { Saving } from "./use-save";

type Detail = Outputs["automations"]["get"];

/** Asks before the draft becomes what happens: what it does, or in words how it differs from what is on now. */
export function PublishDialog({
  asked,
  check,
  saving,
  onShowProblem,
  onClose,
}: {
  asked: Detail | "problems";
  check: Check;
  saving: Saving;
  onShowProblem: () => void;
  onClose: () => void;
}) {
  return asked === "problems" ? (
    <NotYet check={check} onShowProblem={onShowProblem} onClose={onClose} />
  ) : (
    <Publish detail={asked} saving={saving} onClose={onClose} />
  );
}

function NotYet({
  check,
  onShowProblem,
  onClose,
}: {
  check: Check;
  onShowProblem: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("automations");
  const words = useProblemWords();
  const said = [...new Set(check.problems.map(words))];

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("notYet")}
      description={t("notYetHint")}
      closeLabel={t("close")}
      actions={
        <Button variant="primary" onClick={onShowProblem}>
          {t("showFirst")}
        </Button>
      }
    >
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Dialog>
  );
}

function Publish({
  detail,
  saving,
  onClose,
}: {
  detail: Detail;
  saving: Saving;
  onClose: () => void;
}) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const language = useLanguage();
  const [note, setNote] = useState("");
  const { id, revision, publishedVersion } = detail;
  const publish = useMutation(
    trpc.automations.publish.mutationOptions({
      async onSuccess(next) {
        await saving.took(next);
        toast.done(t("published", { name: next.name }));
        onClose();
      },
    }),
  );

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("publishTitle", { name: detail.name })}
      description={t("publishHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            loading={publish.isPending}
            onClick={() => publish.mutate({ id, revision, note, language })}
          >
            {t("publishNow")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="rounded-md bg-n3 px-3 py-2">{detail.sentence}</p>
        <NewestRehearsal automationId={id} />
        {publishedVersion !== null && <Differences id={id} from={publishedVersion} />}
        <Field label={t("note")} hint={t("noteHint")}>
          {(control) => (
            <Input
              {...control}
              value={note}
              maxLength={200}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        {publish.error && <FormProblem problem={problemOf(publish.error)} />}
      </div>
    </Dialog>
  );
}

/** Says in words how a version differs from an earlier one, or the saved draft if there is no `to`. */
export function Differences({ id, from, to }: { id: string; from: number; to?: number }) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const language = useLanguage();
  const { data, error } = useQuery(
    trpc.automations.compare.queryOptions({ id, from, language, ...(to !== undefined && { to }) }),
  );
  if (error) return <FormProblem problem={problemOf(error)} />;
  if (!data) return <Skeleton className="h-12" />;
  return (
    <section>
      <h3 className="mb-1 font-medium text-sm">{t("changes", { version: from })}</h3>
      {data.lines.length === 0 ? (
        <p className="text-n11">{t("noChanges")}</p>
      ) : (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {data.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
