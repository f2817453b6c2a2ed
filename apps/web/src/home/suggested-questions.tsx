"use client";

import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useLanguage } from "~/i18n/use-language";

/** Questions that the documents are known to answer, one click away; nothing where there are none. */
export function SuggestedQuestions() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.ask.suggest.queryOptions({ language: useLanguage() }));
  if (!data || data.items.length === 0) return null;

  return (
    <ul aria-label={t("suggested")} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {data.items.map(({ question }) => (
        <li key={question}>
          <Link
            href={`/ask?q=${encodeURIComponent(question)}`}
            className="text-n11 underline-offset-4 hover:text-n12 hover:underline"
          >
            {question}
          </Link>
        </li>
      ))}
    </ul>
  );
}
