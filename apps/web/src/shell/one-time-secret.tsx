"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Input } from "@besunny/ui/fields/input";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";

/** Something that is shown now and never again, ready to copy. */
export function OneTimeSecret({ label, value }: { label: string; value: string }) {
  const t = useTranslations("settings");

  return (
    <div role="status" className="rounded-md bg-accent-soft p-3">
      <p className="mb-2">{label}</p>
      <div className="flex gap-2">
        <Input
          readOnly
          aria-label={label}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-sm"
        />
        <IconButton
          label={t("copy")}
          icon={<Copy />}
          onClick={() => void copyText(value).then(() => toast.done(t("copied")))}
        />
      </div>
    </div>
  );
}
