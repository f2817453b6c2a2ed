"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { filesOfDrop, filesOfList } from "./collect-files";
import { useTray } from "./tray-context";

/** The whole window takes files and folders, dropped or pasted. */
export function DropAnywhere() {
  const t = useTranslations("tray");
  const { upload, mayUpload } = useTray();
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    if (!mayUpload) return;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const listeners = new AbortController();
    const options = { signal: listeners.signal };
    let depth = 0;

    function rest() {
      depth = 0;
      setIsOver(false);
    }
    window.addEventListener(
      "dragenter",
      (event) => {
        if (!carriesFiles(event)) return;
        depth += 1;
        setIsOver(true);
      },
      options,
    );
    window.addEventListener(
      "dragleave",
      (event) => {
        if (carriesFiles(event) && --depth <= 0) rest();
      },
      options,
    );
    window.addEventListener(
      "dragover",
      (event) => {
        if (carriesFiles(event)) event.preventDefault();
      },
      options,
    );
    window.addEventListener(
      "drop",
      (event) => {
        if (!event.dataTransfer || !carriesFiles(event)) return;
        event.preventDefault();
        rest();
        void filesOfDrop(event.dataTransfer).then(upload);
      },
      options,
    );
    window.addEventListener(
      "paste",
      (event) => {
        const files = event.clipboardData?.files;
        if (files && files.length > 0) upload(filesOfList(files));
      },
      options,
    );
    return () => listeners.abort();
  }, [upload, mayUpload]);

  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 animate-fade bg-n1 p-3">
      <div className="flex h-full flex-col items-center justify-center gap-2 rounded-lg border-2 border-focus border-dashed">
        <Upload aria-hidden className="size-6 text-accent-strong" />
        <p className="font-semibold text-lg">{t("drop")}</p>
        <p className="text-n11">{t("dropHint")}</p>
      </div>
    </div>
  );
}
