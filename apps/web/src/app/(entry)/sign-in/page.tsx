import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { SignInForm } from "@besunny/web-kit/entry/sign-in-form";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { entryRules, requireNoSession } from "~/session";

import { ContinueWithOrganisation } from "./organisation";

/** The ways in which a sign-in by an organisation fails, as its answer names them. */
const problems = [
  "ended",
  "unknown",
  "taken",
  "notMember",
  "otherPerson",
  "suspended",
  "PROVIDER_UNAVAILABLE",
] as const;

type Props = {
  searchParams: Promise<{ next?: string; ended?: string; reset?: string; sso?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, ended, reset, sso } = await searchParams;
  await requireNoSession(next);
  const { signUp } = await entryRules();
  const t = await getTranslations("signIn");
  const tg = await getTranslations("signingIn");

  return (
    <SignInForm
      next={next}
      lead={
        (ended || reset || sso) && (
          <span role="status" className="mt-2 block">
            {ended && t("ended")}
            {reset && t("reset")}
            {sso && tg(`sso_${problems.find((known) => known === sso) ?? "refused"}`)}
          </span>
        )
      }
      ways={<ContinueWithOrganisation next={next} />}
      links={
        signUp !== "closed" && (
          <p className="text-n11">
            {t("newHere")} <EntryLink href="/sign-up">{t("signUp")}</EntryLink>
          </p>
        )
      }
    />
  );
}
