"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { can } from "@besunny/api/browser/policy";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";
import { useShell } from "~/shell/shell-context";

import { useLearned } from "../use-learned";

type Label = Outputs["learning"]["labels"]["items"][number];

/** One label: what was said, by whom and where, how many documents follow it, and the way to take it back. */
export function LabelRow({ label }: { label: Label }) {
  const t = useTranslations("learning");
  const { typeName } = useNames();
  const { role } = useShell();
  const trpc = useTRPC();
  const learned = useLearned();
  const taken = {
    onSuccess: async () => {
      await learned();
      toast.done(t("takenBack"));
    },
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
  const withdrawType = useMutation(trpc.documents.withdrawType.mutationOptions(taken));
  const withdrawFact = useMutation(trpc.documents.withdrawFact.mutationOptions(taken));
  const unfile = useMutation(trpc.projects.fileDocuments.mutationOptions(taken));
  const isType = label.field === "type";
  const { project } = label;
  const id = label.document.id;
  const value = project?.name ?? label.value ?? t("none");
  const shown = isType && label.value ? typeName(label.value) : value;
  const before = isType && label.before ? typeName(label.before) : label.before;

  return (
    <li className="flex items-start gap-2 border-n5 border-b py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <Link href={`/documents/${id}`} className="underline underline-offset-2">
            <bdi>{label.document.title}</bdi>
          </Link>
        </p>
        <p className="break-words text-sm">
          {project ? t("filedIn") : !isType && label.field.replace(/^fact:/, "")}
          {!isType && ": "}
          {before && before !== shown ? t("fromTo", { before, after: shown }) : shown}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-n11 text-xs">
          {label.by && <bdi>{label.by.name}</bdi>}
          <RelativeTime at={label.createdAt} />
          {label.place && <span>{t(`place_${label.place}`)}</span>}
          {isType && <span>{t("followers", { count: label.followers })}</span>}
          {label.shownRelease && <span>{t("shown", { release: label.shownRelease })}</span>}
        </p>
      </div>
      {can(role, "document.correct") && (
        <IconButton
          label={t("takeBack", { title: label.document.title })}
          icon={<Undo2 />}
          disabled={withdrawType.isPending || withdrawFact.isPending || unfile.isPending}
          onClick={() => {
            if (project) unfile.mutate({ projectId: project.id, remove: [id] });
            else if (isType) withdrawType.mutate({ id });
            else withdrawFact.mutate({ id, field: label.field });
          }}
        />
      )}
    </li>
  );
}
