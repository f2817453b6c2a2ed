"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { LinkDialog } from "../links/link-dialog";
import type { LinkedDocument, Meeting } from "../meeting";
import { PanelSection } from "./panel-section";
import { StatementButton } from "./statement-button";

/** The documents that the meeting was about, each with the reason. People confirm or remove them, and add others. */
export function Documents({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isAdding, setIsAdding] = useState(false);
  const { id, mayChange } = meeting;
  const links = useQuery(trpc.meetings.links.queryOptions({ id }));
  const settled = {
    onError: (error: unknown) => toast.failed(problemOf(error).message),
    onSettled: () => cache.invalidateQueries(trpc.meetings.links.pathFilter()),
  };
  const confirm = useMutation(trpc.meetings.confirmLink.mutationOptions(settled));
  const remove = useMutation(trpc.meetings.removeLink.mutationOptions(settled));
  const add = useMutation(trpc.meetings.linkDocument.mutationOptions(settled));
  const items = links.data?.items ?? [];

  function removeNow(documentId: string) {
    remove.mutate(
      { id, documentId },
      {
        onSuccess: () =>
          toast.done(t("linkRemoved"), {
            label: t("undo"),
            run: () => add.mutate({ id, documentId }),
          }),
      },
    );
  }

  return (
    <PanelSection
      title={t("documents")}
      count={items.length}
      actions={
        mayChange && (
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setIsAdding(true)}>
            {t("linkDocument")}
          </Button>
        )
      }
    >
      {links.data && items.length === 0 && <p className="text-n11">{t("noDocuments")}</p>}
      <ul>
        {items.map((link) => (
          <li key={link.document.id} className="border-n5 border-b py-1.5 last:border-0">
            <div className="flex items-center gap-2">
              <Link
                href={`/documents/${link.document.id}`}
                className="min-w-0 flex-1 truncate font-medium hover:underline"
              >
                <bdi>{link.document.title}</bdi>
              </Link>
              {mayChange && !link.isConfirmed && (
                <Button
                  size="sm"
                  icon={<Check aria-hidden />}
                  aria-label={t("confirmLinkNamed", { title: link.document.title })}
                  onClick={() => confirm.mutate({ id, documentId: link.document.id })}
                >
                  {t("confirm")}
                </Button>
              )}
              {mayChange && (
                <IconButton
                  label={t("removeLinkNamed", { title: link.document.title })}
                  icon={<X />}
                  onClick={() => removeNow(link.document.id)}
                />
              )}
            </div>
            <Reason link={link} />
          </li>
        ))}
      </ul>
      <LinkDialog
        open={isAdding}
        onOpenChange={setIsAdding}
        except={[meeting.documentId, ...items.map(({ document }) => document.id)]}
        onChoose={(documentId) => {
          add.mutate({ id, documentId });
          setIsAdding(false);
        }}
      />
    </PanelSection>
  );
}

function Reason({ link: { document, reason, evidence, isConfirmed } }: { link: LinkedDocument }) {
  const t = useTranslations("meetings");
  return (
    <>
      <p className="text-n11 text-sm">
        {t(`reason_${reason}`)}
        {isConfirmed && reason !== "person" && ` · ${t("linkConfirmed")}`}
      </p>
      {evidence.length > 0 && (
        <div className="flex text-sm">
          <StatementButton id={document.id} evidence={evidence}>
            <q>{evidence[0]?.quote}</q>
          </StatementButton>
        </div>
      )}
    </>
  );
}
