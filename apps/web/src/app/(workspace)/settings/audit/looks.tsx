"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useShell } from "~/shell/shell-context";

type Look = Outputs["looks"]["list"]["items"][number];
const tones = { waiting: "attention", open: "bad", refused: "neutral", ended: "neutral" } as const;
const MOST = 5;

/** The latest looks of platform admins into the workspace. Owners answer them here. */
export function Looks() {
  const t = useTranslations("looks");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.looks.list.queryOptions({}));
  const items = data?.items.slice(0, MOST) ?? [];
  if (items.length === 0) return null;

  return (
    <section aria-label={t("title")} className="border-b px-4 py-3">
      <h2 className="font-medium">{t("title")}</h2>
      <p className="text-n11 text-sm">{t("hint")}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {items.map((look) => (
          <li key={look.id} className="flex flex-wrap items-center gap-2 text-sm">
            <Badge tone={tones[look.state]}>{t(`state_${look.state}`)}</Badge>
            <span className="min-w-0 break-words">
              {t("asked", { name: look.adminName ?? t("anAdmin"), minutes: look.minutes })}{" "}
              <bdi>“{look.reason}”</bdi>
            </span>
            <span className="text-n11">
              <RelativeTime at={look.askedAt} />
            </span>
            <Answers look={look} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ look: { id, state } }: { look: Look }) {
  const t = useTranslations("looks");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { role } = useShell();
  const decide = useMutation(
    trpc.looks.decide.mutationOptions({
      onError: (error) => toast.failed(problemOf(error).message),
      onSettled: () => cache.invalidateQueries(trpc.looks.pathFilter()),
    }),
  );
  if (!can(role, "look.decide")) return null;
  const answers = { waiting: ["allow", "refuse"], open: ["end"], refused: [], ended: [] } as const;

  return answers[state].map((decision) => (
    <Button
      key={decision}
      size="sm"
      variant={decision === "allow" ? "secondary" : "danger"}
      loading={decide.isPending}
      onClick={() => decide.mutate({ id, decision })}
    >
      {t(decision)}
    </Button>
  ));
}
