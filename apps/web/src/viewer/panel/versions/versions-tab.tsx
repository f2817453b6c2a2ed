"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { FileDiff, RotateCcw, Upload } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { isMoving } from "~/documents/document";
import { formatBytes } from "~/documents/format-bytes";

import type { DocumentDetail } from "../../document-detail";
import { Comparison } from "./comparison";
import { useVersionVerbs } from "./use-version-verbs";

/** The files that a document had, the newest first: compare one with the present, restore it, or upload the next. */
export function VersionsTab({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const format = useFormatter();
  const picker = useRef<HTMLInputElement>(null);
  const verbs = useVersionVerbs(document.id);
  const [compared, setCompared] = useState<number | null>(null);
  const mayReplace = document.mayChange && !isMoving(document);

  return (
    <div className="flex flex-col gap-4 p-4">
      {document.mayChange && (
        <span>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label={t("versionUpload")}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) verbs.upload(file);
              currentTarget.value = "";
            }}
          />
          <Button
            size="sm"
            icon={<Upload aria-hidden />}
            loading={verbs.isUploading}
            disabled={!mayReplace}
            onClick={() => picker.current?.click()}
          >
            {t("versionUpload")}
          </Button>
        </span>
      )}
      <ol aria-label={t("tab_versions")} className="flex flex-col gap-4">
        {document.versions.map(({ number, fileName, size, createdAt }) => (
          <li key={number} className="flex flex-col gap-0.5">
            <span className="flex items-center gap-2">
              <span className="font-medium">{t("version", { number })}</span>
              {number === document.version && <Badge>{t("versionNow")}</Badge>}
            </span>
            <bdi className="truncate text-sm">{fileName}</bdi>
            <span className="text-n11 text-xs">
              {formatBytes(size, format)} · <RelativeTime at={createdAt} />
            </span>
            {number !== document.version && (
              <span className="-ml-2 flex gap-1">
                <Button
                  size="sm"
                  variant="ghost"
                  icon={<FileDiff aria-hidden />}
                  aria-pressed={compared === number}
                  onClick={() => setCompared(compared === number ? null : number)}
                >
                  {t("versionCompare")}
                </Button>
                {mayReplace && (
                  <Button
                    size="sm"
                    variant="ghost"
                    icon={<RotateCcw aria-hidden />}
                    disabled={verbs.isRestoring}
                    onClick={() => verbs.restore(number)}
                  >
                    {t("versionRestore")}
                  </Button>
                )}
              </span>
            )}
            {compared === number && (
              <Comparison id={document.id} from={number} to={document.version} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
