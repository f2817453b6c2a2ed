"use client";

import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";

/** Asks which document a meeting was about. */
export function LinkDialog({
  open,
  onOpenChange,
  except,
  onChoose,
}: {
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Documents that are linked already. */
  except: readonly string[];
  onChoose: (documentId: string) => void;
}) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed.trim());
  const found = useQuery(
    trpc.documents.list.queryOptions(
      { limit: 20, ...(words && { q: words }) },
      { enabled: open, placeholderData: keepPreviousData },
    ),
  );
  const documents = (found.data?.items ?? []).filter(({ id }) => !except.includes(id));

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("linkTitle")} closeLabel={t("close")}>
      <Input
        type="search"
        className="mt-1"
        autoFocus
        aria-label={t("findDocument")}
        placeholder={t("findDocument")}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <ul className="mt-3">
        {documents.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="-mx-2 flex min-h-9 w-[calc(100%+1rem)] items-center rounded-md px-2 text-start hover:bg-n4"
            >
              <bdi className="min-w-0 truncate">{title}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {found.data && documents.length === 0 && <p className="text-n11">{t("noDocumentFits")}</p>}
    </Dialog>
  );
}
