"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

type News = Outputs["onboarding"]["visit"];

const kinds = [
  { name: "ready", href: "/library" },
  { name: "failed", href: "/library?q=status:failed" },
  { name: "comments", href: "/inbox" },
] as const;

/** Says what came since the person was here before; nothing where nothing came. */
export function SinceLastVisit() {
  const trpc = useTRPC();
  const { mutate, data } = useMutation(trpc.onboarding.visit.mutationOptions());
  useEffect(() => mutate({}), [mutate]);

  return data?.since ? <Line since={data.since} news={data} /> : null;
}

function Line({ since, news }: { since: Date; news: News }) {
  const t = useTranslations("visits");
  const some = kinds.filter(({ name }) => news[name] > 0);
  if (some.length === 0) return null;

  return (
    <p className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-n11 text-sm">
      <span>
        {t("since")} <RelativeTime at={since} />
      </span>
      {some.map(({ name, href }) => (
        <Link key={name} href={href} className="text-accent-strong hover:underline">
          {t(name, { count: news[name] })}
        </Link>
      ))}
    </p>
  );
}
