"use client";

import { Button } from "@besunny/ui/buttons/button";
import { ErrorState } from "@besunny/ui/feedback/error-state";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTranslations } from "next-intl";

import { canRetry } from "~/documents/document";
import { PasswordForm } from "~/documents/password-form";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

import type { DocumentDetail } from "../document-detail";

/** Why the document could not be processed, and what can be done: its password, or another try. */
export function FailureNote({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const tell = useTold();
  const verbs = useDocumentVerbs();
  const isLocked = document.error?.code === "ENCRYPTED" && document.mayChange;

  return (
    <div className="border-b bg-n1">
      <ErrorState
        compact
        title={t(`failed_${document.stage}`)}
        reason={document.error && tell(document.error.message)}
        remedy={document.error && tell(document.error.remedy)}
        traceId={document.id}
        traceLabel={t("documentId")}
        actions={
          document.mayChange &&
          canRetry(document) && (
            <Button onClick={() => void verbs.retry([document.id])}>{t("again")}</Button>
          )
        }
      />
      {isLocked && <PasswordForm id={document.id} />}
    </div>
  );
}
