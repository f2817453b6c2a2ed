"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { redactionKinds } from "@besunny/api/browser/vocabulary";
import { useFormatter, useTranslations } from "next-intl";

import { MarkedTokens } from "./marked-tokens";

type Preview = Outputs["redaction"]["previewText"];

/** A text as it would leave, with the reason if it would not, and the details that are replaced, by kind and count. */
export function OutgoingPreview({ preview }: { preview: Preview }) {
  const t = useTranslations("outgoing");
  const format = useFormatter();
  const { messages, replaced, refusal, refusedKinds } = preview;
  const stands = new Map(replaced.map(({ token, forms }) => [token, forms.join(" · ")]));
  const byKind = Map.groupBy(replaced, ({ kind }) => kind);
  const kinds = redactionKinds.filter((kind) => byKind.has(kind));

  return (
    <div className="flex flex-col gap-4">
      <p role="status" className={refusal ? "text-attention" : "text-n11"}>
        {refusal === "kinds"
          ? t("refused_kinds", {
              kinds: format.list(refusedKinds.map((kind) => t(`kind_${kind}`))),
            })
          : t(refusal ? `refused_${refusal}` : "wouldBeSent")}
      </p>
      {kinds.length === 0 && <p>{t("nothingReplaced")}</p>}
      {kinds.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium text-n11 text-xs">{t("replaced")}</h3>
          {kinds.map((kind) => {
            const own = byKind.get(kind) ?? [];
            return (
              <details key={kind}>
                <summary className="min-h-8 py-1">
                  {t("kindCount", { kind: t(`kind_${kind}`), count: own.length })}
                </summary>
                <ul className="pb-1 pl-4 text-sm">
                  {own.map(({ token, forms, places }) => (
                    <li key={token} className="break-words py-0.5">
                      <code className="text-n11">{token}</code> <bdi>{forms.join(" · ")}</bdi>{" "}
                      <span className="text-n11">{t("places", { count: places })}</span>
                    </li>
                  ))}
                </ul>
              </details>
            );
          })}
        </div>
      )}
      {messages.map(({ role, text }, at) => (
        <section key={`${at} ${role}`}>
          <h3 className="mb-1 font-medium text-n11 text-xs">{t(roleKey(role))}</h3>
          <MarkedTokens text={text} stands={stands} />
        </section>
      ))}
    </div>
  );
}

function roleKey(role: string) {
  return role === "system" ? "roleSystem" : role === "assistant" ? "roleAssistant" : "roleUser";
}
