"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Download, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";

import type { DocumentDetail } from "../document-detail";
import { ShareButton } from "../sharing/share-button";
import type { ViewerView } from "../use-viewer-view";
import { Crumbs } from "./crumbs";
import { DocumentMenu } from "./document-menu";
import { EditableTitle } from "./editable-title";
import { NeighbourLinks } from "./neighbour-links";
import { PageEntry } from "./page-entry";
import { ViewMenu } from "./view-menu";

export function ViewerHeader({
  document,
  page,
  pageCount,
  view,
  onTurn,
  onPage,
  onFind,
  onPanel,
}: {
  document: DocumentDetail;
  page: number;
  pageCount: number;
  view: ViewerView;
  onTurn: (step: 1 | -1) => void;
  onPage: (page: number) => void;
  onFind: () => void;
  onPanel: () => void;
}) {
  const t = useTranslations("viewer");

  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2 md:px-3">
      <Crumbs document={document} />
      <EditableTitle document={document} />
      <NeighbourLinks id={document.id} />
      <PageEntry page={page} count={pageCount} onTurn={onTurn} onGo={onPage} />
      <ViewMenu view={view} onFind={onFind} />
      <Button asChild variant="ghost" className="hidden px-2 sm:inline-flex">
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
