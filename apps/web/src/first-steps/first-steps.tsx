"use client";

import { Button } from "@besunny/ui/buttons/button";
import { classNames } from "@besunny/ui/class-names";
import { Progress } from "@besunny/ui/feedback/progress";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import { useIsHydrated } from "~/shell/use-is-hydrated";
import { useTray } from "~/upload/tray-context";

import { useFirstSteps } from "./use-first-steps";

/** The first steps of a new person, which tick themselves. Nothing once all are done or skipped. */
export function FirstSteps({ documentId }: { documentId: string | null }) {
  const t = useTranslations("onboarding");
  const { list, skip } = useFirstSteps();
  const { pickFiles } = useTray();
  const isHydrated = useIsHydrated();
  if (!isHydrated || !list || list.isSkipped) return null;
  const done = list.steps.filter(({ isDone }) => isDone).length;
  if (done === list.steps.length) return null;

  const first = documentId ? `/documents/${documentId}` : "/library";
  const hrefs = {
    place: first,
    type: first,
    ask: "/ask",
    invite: "/settings?tab=members",
    view: "/library",
  };
  async function leave() {
    await skip();
    toast.note(t("skipped"));
  }

  return (
    <section aria-label={t("title")} className="mx-4 rounded-lg border border-n6">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3">
        <h2 className="font-semibold">{t("title")}</h2>
        <span className="text-n11 text-sm tabular-nums">
          {t("progress", { done, all: list.steps.length })}
        </span>
        <Button
          size="sm"
          variant="ghost"
          className="ml-auto"
          onClick={() => void leave().catch(() => undefined)}
        >
          {t("skip")}
        </Button>
      </header>
      <div className="px-4 pt-1">
        <Progress value={done / list.steps.length} label={t("title")} />
      </div>
      <ol className="grid gap-x-6 p-2 sm:grid-cols-2">
        {list.steps.map(({ step, isDone }) => (
          <li key={step} className="relative flex min-h-11 gap-3 rounded-md p-2 hover:bg-n3">
            {isDone ? (
              <CircleCheck aria-label={t("done")} className="mt-0.5 size-4 shrink-0 text-good" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-n9" />
            )}
            <span className="min-w-0">
              {step === "upload" ? (
                <button
                  type="button"
                  className={classNames(stepLook, isDone && "text-n11")}
                  onClick={() => pickFiles("files")}
                >
                  {t("step_upload")}
                </button>
              ) : (
                <Link href={hrefs[step]} className={classNames(stepLook, isDone && "text-n11")}>
                  {t(`step_${step}`)}
                </Link>
              )}
              {!isDone && <span className="block text-n11 text-sm">{t(`step_${step}_hint`)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const stepLook = "block text-left font-medium before:absolute before:inset-0";
