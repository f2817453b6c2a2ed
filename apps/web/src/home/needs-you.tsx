"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { DocumentSummary } from "~/documents/document";
import { PasswordForm } from "~/documents/password-form";
import { useShell } from "~/shell/shell-context";

import { HomeLine, HomeSection } from "./home-section";
import { failedInput } from "./inputs";

const mostLocked = 4;

/** Lists what waits for a person, each with its verb: give a password, review, see why. Nothing where nothing waits. */
export function NeedsYou() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const { role } = useShell();
  const mayCorrect = can(role, "document.correct");
  const failed = useQuery(trpc.documents.list.queryOptions(failedInput));
  const facets = useQuery(trpc.documents.facets.queryOptions({}));
  const review = useQuery(
    trpc.documents.toReviewCount.queryOptions({}, { enabled: mayCorrect }),
  ).data;
  const [opening, setOpening] = useState<DocumentSummary | null>(null);
  const items = failed.data?.items ?? [];
  const locked = items.filter(({ error }) => error?.code === "ENCRYPTED");
  const all = facets.data?.statuses.find(({ value }) => value === "failed")?.count ?? items.length;
  const others = Math.max(0, all - locked.length);
  const toReview = mayCorrect ? (review?.count ?? 0) : 0;
  const unlocked = mayCorrect ? locked.slice(0, mostLocked) : [];
  const lockedMore = locked.length - unlocked.length;
  if (toReview + all === 0) return null;

  return (
    <HomeSection title={t("needsYou")}>
      {toReview > 0 && (
        <HomeLine
          action={
            <Button asChild size="sm" variant="primary">
              <Link href="/review">{t("reviewButton", { count: toReview })}</Link>
            </Button>
          }
        >
          {t("reviewLine", { count: toReview })}
        </HomeLine>
      )}
      {unlocked.map((document) => (
        <HomeLine
          key={document.id}
          action={
            <Button size="sm" onClick={() => setOpening(document)}>
              {t("givePassword")}
            </Button>
          }
        >
          <Link href={`/documents/${document.id}`} className="font-medium hover:underline">
            <bdi>{document.title}</bdi>
          </Link>
        </HomeLine>
      ))}
      {lockedMore > 0 && (
        <HomeLine action={<SeeWhy />}>{t("lockedMore", { count: lockedMore })}</HomeLine>
      )}
      {others > 0 && <HomeLine action={<SeeWhy />}>{t("failedLine", { count: others })}</HomeLine>}
      <Dialog
        open={opening !== null && items.some(({ id }) => id === opening.id)}
        onOpenChange={(isOpen) => !isOpen && setOpening(null)}
        title={t("passwordOf", { title: opening?.title ?? "" })}
        closeLabel={t("close")}
      >
        {opening && <PasswordForm id={opening.id} />}
      </Dialog>
    </HomeSection>
  );
}

function SeeWhy() {
  const t = useTranslations("home");

  return (
    <Button asChild size="sm">
      <Link href="/library?q=status:failed">{t("failedButton")}</Link>
    </Button>
  );
}
