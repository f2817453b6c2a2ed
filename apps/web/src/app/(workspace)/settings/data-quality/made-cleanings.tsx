"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useQualityChanged } from "./use-quality-changed";

/** The cleanings in force. Each can be undone, because the files stayed as they were. */
export function MadeCleanings() {
  const t = useTranslations("dataQuality");
  const trpc = useTRPC();
  const changed = useQualityChanged();
  const made = useQuery(trpc.quality.cleanings.queryOptions({}));
  const undo = useMutation(
    trpc.quality.undo.mutationOptions({
      async onSuccess({ undone }) {
        toast.done(t("undone", { count: undone }));
        await changed();
      },
    }),
  );
  if (!made.data || made.data.items.length === 0) return null;

  return (
    <section aria-label={t("made")}>
      <h2 className="font-semibold text-lg">{t("made")}</h2>
      <p className="text-n11">{t("madeHint")}</p>
      {undo.error && <FormProblem problem={problemOf(undo.error)} />}
      <ul className="mt-2">
        {made.data.items.map(({ id, documentId, title, kind, madeAt }) => (
          <li key={id} className="flex items-center gap-3 border-n5 border-b py-2">
            <div className="min-w-0 flex-1">
              <Link href={`/documents/${documentId}`} className="block truncate hover:underline">
                <bdi>{title}</bdi>
              </Link>
              <p className="text-n11 text-sm">
                {t(`clean_${kind}`)} · <RelativeTime at={madeAt} />
              </p>
            </div>
            <Button
              size="sm"
              aria-label={t("undoOf", { title })}
              loading={undo.isPending && undo.variables?.ids[0] === id}
              onClick={() => undo.mutate({ ids: [id] })}
            >
              {t("undo")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
