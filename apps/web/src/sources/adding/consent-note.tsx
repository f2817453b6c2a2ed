"use client";

import type { SourceKind } from "@besunny/api/browser/vocabulary";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { hasRight } from "../has-right";
import type { Connection } from "../source";

/** Tells how the consent ended: which of the asked rights were given, or why nothing was connected. */
export function ConsentNote({
  choice: { connecting, address, problem },
  connection,
  kind,
}: {
  choice: { connecting: string | null; address: string | null; problem: string | null };
  connection: Connection | null;
  kind: SourceKind | null;
}) {
  const t = useTranslations("addSource");
  const tell = useTold();
  const format = useFormatter();
  const missing = useMissing(connection, kind);
  const words: Readonly<Record<string, string>> = {
    refused: t("refused"),
    "other-account": t("otherAccount", { address: address ?? "" }),
    ended: t("expired"),
    failed: problem ? tell(problem) : t("expired"),
  };
  const trouble = connecting === null ? undefined : words[connecting];

  if (trouble) return <Note isGood={false}>{trouble}</Note>;
  if (!connection) return null;
  return (
    <Note isGood={missing.length === 0}>
      {t("connectedAs", { address: connection.address })}.{" "}
      {connection.provider !== "imap" &&
        (missing.length === 0
          ? t("givenAll")
          : t("notGiven", { rights: format.list(missing.map((each) => tell(each))) }))}
    </Note>
  );
}

function Note({ isGood, children }: { isGood: boolean; children: React.ReactNode }) {
  const Icon = isGood ? CircleCheck : CircleAlert;
  return (
    <p
      role="status"
      className={`flex items-start gap-2 border-b px-4 py-2.5 text-sm ${isGood ? "bg-good-soft text-good" : "bg-attention-soft text-attention"}`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}

/** Returns the rights in words that this kind asks for and the account did not give. */
function useMissing(connection: Connection | null, kind: SourceKind | null): string[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.connections.providers.queryOptions({}));
  if (!connection || !kind || connection.state !== "limited") return [];
  const choice = data?.items.find(({ provider }) => provider === connection.provider);
  const rights = choice?.kinds.find((each) => each.kind === kind)?.rights ?? [];
  return rights
    .filter(({ scope }) => !hasRight(connection.scopes, scope))
    .map(({ words }) => words);
}
