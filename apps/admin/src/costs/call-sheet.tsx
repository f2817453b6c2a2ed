"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { documentHref } from "~/documents/filters";
import { FactGrid } from "~/shell/fact-grid";

import type { CallRow } from "./cost-range";
import { useMoney } from "./money";

/** Everything that the ledger holds of one call, with the way to its document, workspace and person. */
export function CallSheet({ call, onClose }: { call: CallRow; onClose: () => void }) {
  const t = useTranslations("costs");
  const format = useFormatter();
  const money = useMoney();
  const link = (href: string, text: string) => (
    <Link href={href} className="underline underline-offset-2">
      <bdi>{text}</bdi>
    </Link>
  );
  const facts: [string, ReactNode][] = [
    [t("at"), <RelativeTime key="at" at={call.createdAt} />],
    [t("by_step"), call.operation],
    [t("by_kind"), call.kind],
    [t("server"), <code key="server">{call.server}</code>],
    [t("by_model"), call.model],
    [t("lane"), call.lane],
    [t("state"), `${t(`state_${call.state}`)}${call.errorCode ? ` · ${call.errorCode}` : ""}`],
    [t("attempts"), format.number(call.attempts)],
    [t("took"), call.latencyMs !== null && t("milliseconds", { ms: call.latencyMs })],
    [t("inputTokens"), format.number(call.inputTokens)],
    [t("cachedTokens"), format.number(call.cachedTokens)],
    [t("cacheWriteTokens"), format.number(call.cacheWriteTokens)],
    [t("outputTokens"), format.number(call.outputTokens)],
    [t("reasoningTokens"), format.number(call.reasoningTokens)],
    [t("cost"), money(call.costMicro)],
    [t("estimated"), call.isEstimated && t("estimatedNote")],
    [t("price"), call.priceId && <code key="price">{call.priceId}</code>],
    [
      t("by_workspace"),
      call.workspaceId && link(`/workspaces/${call.workspaceId}`, call.workspaceId),
    ],
    [t("document"), call.documentId && link(documentHref(call.documentId), call.documentId)],
    [t("by_user"), call.userId && link(`/people/${call.userId}`, call.userName ?? call.userId)],
    [t("by_key"), call.apiKeyId && <code key="key">{call.apiKeyId}</code>],
    [t("trace"), call.traceId && <code key="trace">{call.traceId}</code>],
    [t("id"), <code key="id">{call.id}</code>],
  ];

  return (
    <Sheet
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("call")}
      closeLabel={t("close")}
    >
      <div className="p-4">
        <FactGrid label={t("call")} facts={facts} />
      </div>
    </Sheet>
  );
}
