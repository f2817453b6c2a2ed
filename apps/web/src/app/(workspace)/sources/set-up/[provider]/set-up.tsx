"use client";

import type { Provider } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { PageHeader } from "~/shell/page-header";

const steps = {
  google: ["google_1", "google_2", "google_3", "google_4", "google_5", "google_6", "google_7"],
  microsoft: [
    "microsoft_1",
    "microsoft_2",
    "microsoft_3",
    "microsoft_4",
    "microsoft_5",
    "microsoft_6",
  ],
  dropbox: ["dropbox_1", "dropbox_2", "dropbox_3", "dropbox_4", "dropbox_5", "dropbox_6"],
  imap: ["imap_1", "imap_2", "imap_3"],
} as const;

const variables = {
  google: ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  microsoft: ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
  dropbox: ["DROPBOX_CLIENT_ID", "DROPBOX_CLIENT_SECRET"],
  imap: [],
} as const satisfies Record<Provider, readonly string[]>;

/** Shows operators how they make people able to connect accounts of a provider, step by step. */
export function SetUp({ provider }: { provider: Provider }) {
  const t = useTranslations("setUpSource");
  const ts = useTranslations("sources");
  const trpc = useTRPC();
  const found = useQuery(trpc.connections.providers.queryOptions({}));
  const choice = found.data?.items.find((each) => each.provider === provider);
  const name = ts(`provider_${provider}`);

  return (
    <>
      <PageHeader
        title={t("title", { provider: name })}
        trail={[{ href: "/sources", name: ts("title") }]}
      />
      <div className="flex max-w-2xl flex-col gap-6 px-4 py-6">
        <p className="text-n11">{t("lead")}</p>
        {found.isPending && <Skeleton className="h-24" />}
        {found.error && !found.data && (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data && provider !== "imap" && (
          <Part title={t("redirect")} hint={t("redirectHint")}>
            <Address text={found.data.redirectUri} />
          </Part>
        )}
        <Part title={t("steps")}>
          <ol className="flex list-decimal flex-col gap-2 pl-5">
            {steps[provider].map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </Part>
        {variables[provider].length > 0 && (
          <Part title={t("variables")} hint={t("variablesHint")}>
            <pre className="overflow-x-auto rounded-md bg-n3 p-3 font-mono text-sm">
              {variables[provider].map((each) => `${each}=…`).join("\n")}
            </pre>
          </Part>
        )}
        {choice && <StateLine missing={choice.isSetUp ? [] : choice.missing} />}
        <p className="text-n11 text-sm">{t("more", { file: `docs/sources/${provider}.md` })}</p>
      </div>
    </>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold text-lg">{title}</h2>
      {hint && <p className="mt-0.5 text-n11">{hint}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}

function Address({ text }: { text: string }) {
  const t = useTranslations("setUpSource");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <code className="min-w-0 break-all rounded-md bg-n3 px-2 py-1 font-mono text-sm">{text}</code>
      <Button
        size="sm"
        icon={<Copy aria-hidden />}
        onClick={() => void copyText(text).then(() => toast.done(t("copied")))}
      >
        {t("copy")}
      </Button>
    </div>
  );
}

function StateLine({ missing }: { missing: readonly string[] }) {
  const t = useTranslations("setUpSource");
  const format = useFormatter();
  return (
    <p className={missing.length > 0 ? "text-attention" : "text-good"}>
      {missing.length > 0 ? t("isMissing", { variables: format.list(missing) }) : t("isSetUp")}
    </p>
  );
}
