"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Rocket } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

/** Makes a release of a trained model, or leads to the release that has it. */
export function MakeRelease({ runId }: { runId: string }) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const releases = useQuery(trpc.releases.list.queryOptions({}));
  const made = releases.data?.items.find(({ parts }) =>
    parts.heads.some((head) => head.runId === runId),
  );
  const make = useMutation(
    trpc.releases.create.mutationOptions({
      async onSuccess() {
        toast.done(t("made"));
        await cache.invalidateQueries(trpc.releases.pathFilter());
        router.push("/settings/releases");
      },
    }),
  );

  if (made)
    return (
      <p className="mt-4">
        <Link href="/settings/releases" className="underline underline-offset-2">
          {t("inRelease", { number: made.number })}
        </Link>
      </p>
    );
  return (
    <div className="mt-4 flex flex-col items-start gap-2">
      <p className="text-n11 text-sm">{t("makeHint")}</p>
      <Button
        icon={<Rocket aria-hidden />}
        loading={make.isPending}
        onClick={() => make.mutate({ trainingRunId: runId })}
      >
        {t("make")}
      </Button>
      {make.error && <FormProblem problem={problemOf(make.error)} />}
    </div>
  );
}
