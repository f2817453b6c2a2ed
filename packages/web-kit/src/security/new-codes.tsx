"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTranslations } from "next-intl";

import { copyText } from "../page/copy-text";

/** Shows new recovery codes, once. */
export function NewCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations("security");
  const text = codes.join("\n");

  return (
    <div role="status" className="flex w-full flex-col gap-3 rounded-md bg-accent-soft p-3">
      <p>{t("codesShown")}</p>
      <ul className="grid grid-cols-2 gap-1 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void copyText(text).then(() => toast.done(t("copied")))}>
          {t("copyCodes")}
        </Button>
        <Button asChild size="sm">
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
            download="besunny-recovery-codes.txt"
          >
            {t("saveCodes")}
          </a>
        </Button>
        <Button size="sm" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
