"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { ChevronLeft, ChevronRight, Download, PanelRight, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DocumentDetail } from "../document-detail";
import { ShareButton } from "../sharing/share-button";
import { DocumentMenu } from "./document-menu";
import { EditableTitle } from "./editable-title";
import { NeighbourLinks } from "./neighbour-links";

export function ViewerHeader({
  document,
  page,
  pageCount,
  onTurn,
  onZoom,
  onPanel,
}: {
  document: DocumentDetail;
  page: number;
  pageCount: number;
  onTurn: (step: 1 | -1) => void;
  onZoom: (factor: number) => void;
  onPanel: () => void;
}) {
  const t = useTranslations("viewer");

  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2 md:px-3">
      <NeighbourLinks id={document.id} />
      <EditableTitle document={document} />
      {pageCount > 1 && (
        <span className="hidden items-center sm:flex">
          <IconButton
            label={t("previousPage")}
            shortcut="←"
            icon={<ChevronLeft />}
            disabled={page <= 1}
            onClick={() => onTurn(-1)}
          />
          <span className="min-w-12 text-center text-n11 text-sm tabular-nums" aria-live="polite">
            {t("pageOfShort", { page, count: pageCount })}
          </span>
          <IconButton
            label={t("nextPage")}
            shortcut="→"
            icon={<ChevronRight />}
            disabled={page >= pageCount}
            onClick={() => onTurn(1)}
          />
        </span>
      )}
      <span className="hidden items-center md:flex">
        <IconButton
          label={t("zoomOut")}
          shortcut="-"
          icon={<ZoomOut />}
          onClick={() => onZoom(0.8)}
        />
        <IconButton
          label={t("zoomIn")}
          shortcut="+"
          icon={<ZoomIn />}
          onClick={() => onZoom(1.25)}
        />
      </span>
      <Button asChild variant="ghost" className="px-2">
        <a href={`/api/v1/documents/${document.id}/content`} download title={t("download")}>
          <Download aria-hidden />
          <span className="sr-only">{t("download")}</span>
        </a>
      </Button>
      <ShareButton id={document.id} title={document.title} />
      <DocumentMenu document={document} />
      <IconButton
        label={t("about")}
        icon={<PanelRight />}
        className="lg:hidden"
        onClick={onPanel}
      />
    </header>
  );
}
