"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import {
  CircleSlash,
  Download,
  Ellipsis,
  FolderPlus,
  MessageCircleQuestion,
  RotateCcw,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RunNowItems } from "~/automations/run-now/run-now-items";
import { isMoving } from "~/documents/document";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import { useDocumentActions } from "~/shell/palette/use-document-actions";
import { useScreenActions } from "~/shell/palette/use-screen-actions";

import type { DocumentDetail } from "../document-detail";

export function DocumentMenu({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const router = useRouter();
  const verbs = useDocumentVerbs();
  const projects = useQuery(trpc.projects.list.queryOptions({}));
  const ids = [document.id];
  const others = (projects.data?.items ?? []).filter(
    ({ id }) => !document.projects.some((project) => project.id === id),
  );

  useScreenActions(useDocumentActions(document));

  return (
    <Menu align="end" trigger={<IconButton label={t("menu")} icon={<Ellipsis />} />}>
      <MenuItem
        icon={<MessageCircleQuestion />}
        onSelect={() => router.push(`/ask?documentId=${document.id}`)}
      >
        {t("askThis")}
      </MenuItem>
      <MenuItem
        icon={<Download />}
        className="sm:hidden"
        onSelect={() => location.assign(`/api/v1/documents/${document.id}/content`)}
      >
        {t("download")}
      </MenuItem>
      {document.mayChange && (
        <>
          {isMoving(document) ? (
            <MenuItem icon={<CircleSlash />} onSelect={() => void verbs.cancel(ids)}>
              {t("stop")}
            </MenuItem>
          ) : (
            <MenuItem icon={<RotateCcw />} onSelect={() => void verbs.retry(ids)}>
              {t("again")}
            </MenuItem>
          )}
          {others.length > 0 && (
            <>
              <MenuSeparator />
              <MenuLabel>{t("addToProject")}</MenuLabel>
              {others.map((project) => (
                <MenuItem
                  key={project.id}
                  icon={<FolderPlus />}
                  onSelect={() => void verbs.addToProject(ids, project)}
                >
                  {project.name}
                </MenuItem>
              ))}
            </>
          )}
          <RunNowItems documentId={document.id} />
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 />}
            onSelect={() => void verbs.trash(ids).then(() => router.push("/library"))}
          >
            {t("trash")}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
